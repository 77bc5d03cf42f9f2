import type { StageOrAll } from '#standards';

/** What one evaluation says of one item of one school. */
export interface Measurement {
  readonly county: string;
  readonly unit: string;
  readonly unitName: string;
  readonly township: string | null;
  readonly stage: StageOrAll;
  readonly standard: string;
  readonly indicator: string;
  readonly part: string;
  readonly verdict: 'met' | 'notMet' | 'noData';
  readonly value: number | null;
  readonly threshold: number | null;
  /** 0 where nothing is missing or nothing was reported. */
  readonly shortfall: number;
  readonly costFen: number | null;
}

/** The same gap has the same id in every year and after every run. */
export function lineId(gap: Pick<Measurement, 'unit' | 'stage' | 'standard' | 'indicator'>): string {
  return [gap.unit, gap.stage, gap.standard, gap.indicator].join('~');
}

/** The school of a line, as its id says it. */
export function unitOfLine(id: string): string {
  return id.split('~').slice(0, -3).join('~');
}
