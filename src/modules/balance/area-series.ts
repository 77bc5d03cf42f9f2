import { type CompiledStandard, describeUnit, type StageOrAll } from '#standards';
import { shareDecimals, shareName } from './area-indicators.ts';
import type { IndicatorRef, Text } from './contract.ts';
import { areasBelow } from './drivers.ts';
import type { AreaEvaluation } from './evaluate-area.ts';
import { findIndicator } from './find-indicator.ts';
import type { Evaluated } from './model.ts';

export interface SeriesReading {
  readonly year: number;
  /** null = not reported in that year. */
  readonly value: number | null;
}

/** One number of an area over the years: an indicator of the area, the share of schools that keep to a rule, or a coefficient. */
export interface AreaSeries {
  readonly name: Text;
  readonly unit: Text;
  readonly decimals: number;
  readonly direction: IndicatorRef['direction'];
  /** What the standard itself asks in the newest year; null = nothing. */
  readonly line: number | null;
  /** Oldest first. */
  readonly readings: readonly SeriesReading[];
}

/** How many items of a standard an area below does not meet, year by year. */
export interface FailingItems {
  readonly area: string;
  readonly name: string;
  /** Oldest first; null = not evaluated in that year. */
  readonly failing: readonly SeriesReading[];
  /** Items without data in the newest year. */
  readonly unknown: number;
}

const coefficientDecimals = 3;

/** `undefined` where the standard has no such number of an area. */
export function readSeries(
  newest: AreaEvaluation,
  earlier: readonly Evaluated[],
  { indicator, stage }: { readonly indicator: string; readonly stage: StageOrAll },
): AreaSeries | undefined {
  const { head, entry } = newest;
  const valueIn = (year: Evaluated) => {
    const area = year.input.areas.code.indexOf(head.area.code);
    const own = year.evaluation.areas
      .find((one) => one.area === area)
      ?.indicators.find((one) => one.indicator === indicator && one.stage === stage);
    if (own !== undefined) return { value: own.value, line: own.threshold };
    const spread = year.evaluation.coefficients.find(
      (one) => one.area === area && one.group === null && one.indicator === indicator && one.stage === stage,
    );
    return { value: spread?.coefficientOfVariation ?? null, line: spread?.limit ?? null };
  };
  const described = describeSeries(entry.compiled, { indicator, stage });
  if (described === undefined) return undefined;
  const years = [...earlier, newest.evaluated];
  return {
    ...described,
    line: valueIn(newest.evaluated).line,
    readings: years.map((year) => ({ year: year.input.schoolYear, value: valueIn(year).value })),
  };
}

/** The number's name and how to print it, known without any data. */
export function describeSeries(
  compiled: CompiledStandard,
  { indicator, stage }: { readonly indicator: string; readonly stage: StageOrAll },
): Omit<AreaSeries, 'line' | 'readings'> | undefined {
  const definition = findIndicator(compiled, indicator);
  if (definition?.scope === 'area' && definition.stages.includes(stage)) {
    const { words, unit, decimals, comparison } = definition;
    return { name: words, unit: describeUnit(unit), decimals, direction: comparison };
  }
  const isJudged = compiled.definition.coefficients.some(({ of }) => of.includes(indicator));
  if (definition !== undefined && isJudged && definition.stages.includes(stage)) {
    const name = { zh: `差异系数：${definition.words.zh}`, en: `Coefficient of variation: ${definition.words.en}` };
    return { name, unit: { zh: '', en: '' }, decimals: coefficientDecimals, direction: 'atMost' };
  }
  const words = definition?.words ?? compiled.definition.schoolRules.find(({ id }) => id === indicator)?.words;
  return (
    words && { name: shareName(words), unit: describeUnit('share'), decimals: shareDecimals, direction: 'atLeast' }
  );
}

/** Every judged area at or below an area, in the order of their codes. */
export function readFailingItems(newest: AreaEvaluation, earlier: readonly Evaluated[]): FailingItems[] {
  const { areas } = newest.evaluated.input;
  const inside = areasBelow(areas.parent, newest.area);
  const years = [...earlier, newest.evaluated].map((year) => ({
    year: year.input.schoolYear,
    byCode: new Map(year.evaluation.areas.map((one) => [year.input.areas.code[one.area] as string, one])),
  }));
  return newest.evaluated.evaluation.areas
    .filter(({ area }) => inside[area] === 1)
    .map(({ area, parts }) => {
      const code = areas.code[area] as string;
      return {
        area: code,
        name: areas.name[area] as string,
        failing: years.map(({ year, byCode }) => {
          const result = byCode.get(code);
          return { year, value: result === undefined ? null : sumOf(result.parts.map(({ notMet }) => notMet)) };
        }),
        unknown: sumOf(parts.map(({ noData }) => noData)),
      };
    })
    .sort((a, b) => (a.area < b.area ? -1 : 1));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
