import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../steps/root.mjs';
import { generated, table } from './markdown.mjs';

/** Every shipped standard: its source, indicators, lines and how sure we are of them. */
export async function standardsPage() {
  const { loadStandards } = await import('#standards');
  const files = globSync('policies/**/*.{yaml,md}', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  const { standards } = loadStandards(files);
  return `${generated}
# Standards

What each of them asks for, from \`policies/\`. A line of another area, or of another day, may be stricter. Confidence: how the number is known.

${standards.map(section).join('\n\n')}
`;
}

function section({ compiled: { definition } }) {
  const { source, indicators, coefficients, attested } = definition;
  const indicatorRows = indicators.map(({ id, words, unit, comparison, thresholds, provenance }) => [
    `\`${id}\``,
    words.zh,
    words.en,
    unit,
    `${comparison} ${linesText(thresholds)}`,
    provenance.clause,
    provenance.confidence,
  ]);
  const coefficientRows = coefficients.map(({ id, words, of, weight, limits, provenance }) => [
    `\`${id}\``,
    words.zh,
    of.join(', '),
    weight ?? 'unweighted',
    linesText(limits),
    provenance.confidence,
  ]);
  const attestedRows = attested.map(({ id, words, kind, threshold, provenance }) => [
    `\`${id}\``,
    words.zh,
    words.en,
    kind,
    threshold ?? '',
    provenance.clause,
    provenance.confidence,
  ]);
  return `## ${definition.id} ${definition.words.zh}

${definition.words.en}. Version ${definition.version}, ${source.document} ${source.title.zh} (${source.issuer}, ${source.issuedOn}), in force from ${definition.validFrom}.

${titled('Indicators', ['id', '中文', 'English', 'unit', 'line', 'clause', 'confidence'], indicatorRows)}${titled('Coefficients of variation', ['id', '中文', 'of', 'weight', 'limit', 'confidence'], coefficientRows)}${titled('Attested by a person', ['id', '中文', 'English', 'kind', 'line', 'clause', 'confidence'], attestedRows)}`.trimEnd();
}

function titled(title, head, rows) {
  return rows.length === 0 ? '' : `### ${title}\n\n${table(head, rows)}\n\n`;
}

function linesText([latest]) {
  return Object.entries(latest?.byStage ?? {})
    .map(([stage, amount]) => `${stage} ${amount.kind === 'number' ? amount.value : amount.text}`)
    .join(', ');
}
