import type { SchoolCard } from '#contracts/balance';
import type { Stage } from '#standards';

export type StageCard = SchoolCard['stages'][number];
export type CardIndicator = StageCard['indicators'][number];
export type CardInput = SchoolCard['inputs'][number];

/** The stage asked for, if the school has it; otherwise all its stages. */
export function shownStages(card: SchoolCard, stage: Stage | null): readonly StageCard[] {
  const asked = card.stages.filter((candidate) => candidate.stage === stage);
  return asked.length > 0 ? asked : card.stages;
}

/** Indicators below their line, the furthest below first. */
export function shortfalls(stage: StageCard): readonly CardIndicator[] {
  const missing = (row: CardIndicator) =>
    row.value === null || row.threshold === null || row.threshold === 0 ? 0 : row.value / row.threshold;
  return stage.indicators.filter((row) => row.verdict === 'notMet').sort((a, b) => missing(a) - missing(b));
}

/** How many indicators are judged: of a whole school, those that apply to it. */
export function judgedOf(stage: StageCard): number {
  const apart = stage.indicators.filter((row) => row.verdict === 'notApplicable').length;
  return stage.stage === 'all' ? stage.of - apart : stage.of;
}

/** The missing amount rounded up to whole pieces; null where nothing is missing or nothing is known. */
export function wholeShort(row: CardIndicator): number | null {
  if (row.verdict !== 'notMet' || row.amountShort === null || row.amountShort <= 0) return null;
  // The amount comes from a division: 2.0000000001 rooms are two rooms.
  return Math.ceil(row.amountShort - 1e-6);
}

/** The cell a number was read from, as a person finds it in the file. */
export function cellText(source: CardInput['source']): string {
  if (source === null) return '';
  const cell = source.column === '' ? '' : `${source.column}${source.row}`;
  return [source.file, source.sheet, cell].filter(Boolean).join(' › ');
}

/** The years for which any indicator of the stage has a value, oldest first. */
export function yearsOf(stage: StageCard): readonly number[] {
  const years = stage.indicators.flatMap((row) => row.history.map((past) => past.schoolYear));
  return [...new Set(years)].sort((a, b) => a - b);
}
