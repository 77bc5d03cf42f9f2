import type { ImportPreview as Preview } from '#engines/exchange';
import type { ImportFinding, ImportPreview } from './contract.ts';

/** A preview as the contract shows it. */
export function previewOf(preview: Preview): ImportPreview {
  const { batchId, findings, changes, rules, sheets, schoolYears, counties, ...rest } = preview;
  return {
    ...rest,
    batch: batchId ?? '',
    schoolYears: [...schoolYears],
    counties: [...counties],
    sheets: [...sheets],
    findings: findings.map(findingOf),
    changes: [...changes],
    rules: rules.map((rule) => ({ ...rule, forms: [...rule.forms], notJudged: [...rule.notJudged] })),
  };
}

export function findingOf(finding: Preview['findings'][number]): ImportFinding {
  const { code, severity, place, value, message, remedy, rule } = finding;
  const named = rule === undefined ? null : { id: rule.id, forms: [...rule.forms] };
  return { code, severity, place, value, message, remedy, rule: named };
}
