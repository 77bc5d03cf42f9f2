import type { PlanDetail, Standing, Target } from '#contracts/plans';

/** A target's number as a person reads it: a share as per cent, anything else with its unit; null = not there. */
export function targetFigure(
  value: number | null,
  { unit, measuredBy }: Pick<Target, 'unit' | 'measuredBy'>,
  print: {
    readonly number: (value: number, decimals: number) => string;
    readonly unit: (text: Target['unit']) => string;
  },
): string | null {
  if (value === null) return null;
  const decimals = measuredBy?.decimals ?? 2;
  if (unit.en === 'share') return `${print.number(value * 100, Math.max(0, decimals - 2))} %`;
  const word = print.unit(unit);
  return `${print.number(value, decimals)}${word === '' ? '' : ` ${word}`}`;
}

export function latestOf({ readings }: Pick<Target, 'readings'>): number | null {
  return readings.findLast(({ value }) => value !== null)?.value ?? null;
}

/** What the first line says. */
export function countTargets({ targetRows }: Pick<PlanDetail, 'targetRows'>): {
  total: number;
  reached: number;
  slipping: number;
} {
  const count = (...standings: readonly Standing[]) =>
    targetRows.filter(({ standing }) => standings.includes(standing)).length;
  return { total: targetRows.length, reached: count('reached'), slipping: count('slipping', 'missed') };
}

/** A typed number; '' is a blank, anything else that is no number is refused by `undefined`. */
export function readNumber(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const value = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
  return Number.isFinite(value) ? value : undefined;
}
