import type { KeyObject } from 'node:crypto';
import type { Session } from '#core/db';
import type { FileAnswer } from '#core/http';
import { type PackedFile, packEvidence } from '#engines/documents';
import { readUnitFacts } from '#engines/facts';
import { writeCsv } from '#modules/organization';
import type { Stage } from '#standards';
import { buildReport } from './build-report.ts';
import type { EvaluationReport, Finding } from './contract.ts';
import { balanceErrors } from './errors.ts';
import type { AreaEvaluation } from './evaluate-area.ts';
import { readMe } from './evidence-read-me.ts';
import { findIndicator } from './find-indicator.ts';
import { writeSnapshotFile } from './snapshot-file.ts';
import { cellOf } from './source-cell.ts';
import { traceNumber } from './trace-number.ts';

/** Which number of an area the evidence is for. */
export interface EvidenceOf {
  readonly indicator: string;
  readonly stage: Stage | 'all';
}

/** Names of the files in a pack that are checked against one another. */
export const evidenceFiles = { snapshot: 'evaluation.snapshot', values: 'values.csv' } as const;

/**
 * Packs what shows one indicator of an area: its values, the reported figures with their cells, the formula with the values in it,
 * the whole evaluation, and the signals of false data with what people answered to them, signed. `junheng verify` checks it on any machine.
 *
 * @throws DomainError `balance.indicatorNotFound`
 */
export async function writeEvidence(
  session: Session,
  area: AreaEvaluation,
  of: EvidenceOf,
  signals: readonly Finding[],
  act: { readonly by: string; readonly at: Date; readonly key: KeyObject },
): Promise<FileAnswer> {
  const { head, entry, evaluated } = area;
  const definition = findIndicator(entry.compiled, of.indicator);
  if (definition === undefined || !definition.stages.includes(of.stage)) {
    throw balanceErrors.indicatorNotFound({ indicator: of.indicator, standard: head.standard.id });
  }
  const report = buildReport(evaluated, {
    area: head.area.code,
    areaName: head.area.name,
    snapshot: evaluated.inputsHash,
  });
  const about = {
    area: head.area.code,
    areaName: head.area.name,
    schoolYear: head.schoolYear,
    standard: head.standard.id,
    standardVersion: head.standard.version,
    indicator: of.indicator,
    indicatorName: definition.words.zh,
    stage: of.stage,
    inputsHash: evaluated.inputsHash,
    madeBy: act.by,
  };
  const text = (path: string, content: string): PackedFile => ({ path, bytes: Buffer.from(content) });
  const files: readonly PackedFile[] = [
    text('README.txt', readMe(about)),
    { path: evidenceFiles.snapshot, bytes: writeSnapshotFile(evaluated, entry.files, report) },
    { path: evidenceFiles.values, bytes: evidenceValues(report, of) },
    text('formula.json', `${JSON.stringify(await tracesOf(session, area, of), null, 1)}\n`),
    { path: 'sources.csv', bytes: await sourceRows(session, area, report, of) },
    text('signals.json', `${JSON.stringify(signals, null, 1)}\n`),
  ];
  return {
    name: `${head.area.name}-${head.schoolYear}-${of.indicator}-${of.stage}.evidence.zip`,
    mediaType: 'application/zip',
    bytes: packEvidence(files, { about, key: act.key, at: act.at }),
  };
}

/** The values of one indicator as a table, from the evaluation alone: whoever has the evaluation can write the same bytes again. */
export function evidenceValues(report: EvaluationReport, { indicator, stage }: EvidenceOf): Uint8Array {
  const rows = [
    ...schoolsOf(report, stage).flatMap((one) =>
      one.indicators
        .filter((each) => each.indicator === indicator)
        .map((each) => [
          one.area,
          one.school,
          one.name,
          stage,
          each.value,
          each.threshold,
          each.verdict,
          one.excludedBy ?? '',
        ]),
    ),
    ...report.areas.flatMap((one) =>
      one.indicators
        .filter((each) => each.indicator === indicator && each.stage === stage)
        .map((each) => [one.area, '', '', stage, each.value, each.threshold, each.verdict, '']),
    ),
    ...report.coefficients
      .filter((one) => one.indicator === indicator && one.stage === stage)
      .map((one) => [
        one.area,
        '',
        'coefficient of variation',
        stage,
        one.coefficientOfVariation,
        one.limit,
        one.verdict,
        '',
      ]),
  ];
  return writeCsv([['area', 'school', 'name', 'stage', 'value', 'threshold', 'verdict', 'excludedBy'], ...rows]);
}

function schoolsOf(report: EvaluationReport, stage: EvidenceOf['stage']) {
  return stage === 'all' ? report.wholeSchools : report.schools.filter((one) => one.stage === stage);
}

async function tracesOf(session: Session, area: AreaEvaluation, { indicator, stage }: EvidenceOf): Promise<unknown> {
  const { compiled } = area.entry;
  const hasLimit = compiled.definition.coefficients.some((rule) => rule.of.includes(indicator));
  const isArea = findIndicator(compiled, indicator)?.scope === 'area';
  if (isArea) return traceNumber(session, area, { of: 'value', indicator, stage });
  if (hasLimit && stage !== 'all') return traceNumber(session, area, { of: 'coefficient', indicator, stage });
  return { formula: findIndicator(compiled, indicator)?.words };
}

/** Every figure that the schools concerned reported for the year, with the cell it was read from. */
async function sourceRows(
  session: Session,
  { head }: AreaEvaluation,
  report: EvaluationReport,
  { stage }: EvidenceOf,
): Promise<Uint8Array> {
  const rows: (string | number | null)[][] = [];
  for (const { area, school } of schoolsOf(report, stage)) {
    for (const fact of await readUnitFacts(session, area, school, head.schoolYear)) {
      if (fact.stage !== stage && fact.stage !== 'all') continue;
      const cell = cellOf(fact);
      rows.push([
        area,
        school,
        fact.stage,
        fact.measure,
        fact.value,
        cell?.file ?? null,
        cell?.sheet ?? null,
        cell?.row ?? null,
        cell?.column ?? null,
        cell?.importedAt ?? null,
      ]);
    }
  }
  const header = ['area', 'school', 'stage', 'measure', 'value', 'file', 'sheet', 'row', 'column', 'importedAt'];
  return writeCsv([header, ...rows]);
}
