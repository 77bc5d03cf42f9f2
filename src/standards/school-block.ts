import type { SchoolRuleDefinition, StageOrAll } from './definition.ts';
import { exactUnit } from './exact-rows.ts';
import { exactNumber } from './exact-term.ts';
import { type IndicatorColumn, indicatorColumn } from './indicator-column.ts';
import { both, higherIsBetter, judge, met, noData, notApplicable, notMet } from './judge.ts';
import type { Preparation } from './prepare.ts';
import { compareRationals, multiplyRationals, rationalOf } from './rational.ts';
import { strictestByArea } from './strictest.ts';
import { unitFrame } from './unit-frame.ts';

/** One school rule over the rows of a block. */
export interface RuleColumn {
  readonly rule: SchoolRuleDefinition;
  readonly met: Uint8Array;
  readonly verdict: Uint8Array;
}

/** All schools of one stage, or all schools as wholes (`all`), with their indicators and rules. */
export interface SchoolBlock {
  readonly stage: StageOrAll;
  /** Rows of the unit table. */
  readonly rows: Int32Array;
  readonly indicators: readonly IndicatorColumn[];
  readonly rules: readonly RuleColumn[];
  /** Per row the exclusion from the school rule, counted from 1; 0 = none. */
  readonly excluded: Uint8Array;
  readonly met: Uint8Array;
  readonly verdict: Uint8Array;
}

/** Evaluates every indicator of schools at one stage. */
export const schoolBlock = (preparation: Preparation, stage: StageOrAll): SchoolBlock => {
  const { standard, input } = preparation;
  const wanted = standard.indicators.filter(
    ({ definition }) => definition.scope !== 'area' && definition.stages.includes(stage),
  );
  const rows = wanted.length === 0 ? new Int32Array(0) : preparation.rowsAt(stage);
  const frame = unitFrame(preparation, rows, stage);
  const indicators = wanted.map((indicator) => {
    const excluded = preparation.excluded(indicator.definition.part, stage);
    return indicatorColumn(preparation, indicator, {
      stage,
      frame,
      areaOf: (row) => input.units.county[rows[row] as number] as number,
      isExcluded: (row) => excluded[rows[row] as number] !== 0,
      exactRow: (row) => exactUnit(preparation, rows[row] as number, stage),
    });
  });
  const rules = standard.definition.schoolRules
    .filter((rule) => rule.of.some((id) => wanted.some(({ definition }) => definition.id === id)))
    .map((rule) => ruleColumn(preparation, rule, rows, stage, indicators));
  const part = rules[0]?.rule.part ?? wanted[0]?.definition.part ?? '';
  const marks = preparation.excluded(part, stage);
  const excluded = Uint8Array.from(rows, (unit) => marks[unit] as number);
  return { stage, rows, indicators, rules, excluded, ...summarise(rows.length, indicators, rules) };
};

/** The verdict of each school: its rules, or all its indicators where the standard has no rule for schools. */
const summarise = (
  size: number,
  indicators: readonly IndicatorColumn[],
  rules: readonly RuleColumn[],
): { readonly met: Uint8Array; readonly verdict: Uint8Array } => {
  const [only] = rules;
  if (rules.length === 1 && only) return { met: only.met, verdict: only.verdict };
  const counts = new Uint8Array(size);
  const verdict = new Uint8Array(size).fill(notApplicable);
  for (const rule of rules) {
    for (let row = 0; row < size; row++) counts[row] = (counts[row] as number) + (rule.met[row] as number);
  }
  for (const { verdict: own } of rules.length > 0 ? rules : indicators) {
    for (let row = 0; row < size; row++) {
      const code = own[row] as number;
      verdict[row] = both(verdict[row] as number, code);
      if (rules.length === 0 && code === met) counts[row] = (counts[row] as number) + 1;
    }
  }
  return { met: counts, verdict };
};

/**
 * "At least `minMet`, each of the rest at least `floor` of its line."
 *
 * @remarks For an upper line the rest must stay within line ÷ floor. As many indicators may miss their line as `minMet` leaves
 * over; one that does not apply to the school neither counts nor uses up that allowance.
 * @source 教督〔2017〕6号, 资源配置: six of seven, the rest at 85 %. Both numbers are data.
 */
const ruleColumn = (
  preparation: Preparation,
  rule: SchoolRuleDefinition,
  rows: Int32Array,
  stage: StageOrAll,
  indicators: readonly IndicatorColumn[],
): RuleColumn => {
  const { standard, input } = preparation;
  const columns = indicators.filter(({ indicator }) => rule.of.includes(indicator.definition.id));
  const strict = (pick: 'minMet' | 'floor'): Float64Array | null =>
    strictestByArea(
      standard,
      input.areas,
      input.schoolYear,
      (override) => override.schoolRules.find((entry) => entry.rule === rule.id)?.[pick] ?? null,
      true,
    );
  const minMetByArea = strict('minMet');
  const floorByArea = strict('floor');
  const counts = new Uint8Array(rows.length);
  const verdict = new Uint8Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    const county = input.units.county[rows[row] as number] as number;
    const minMet = Math.max(rule.minMet, minMetByArea?.[county] || rule.minMet);
    const floor = Math.max(rule.floor, floorByArea?.[county] || rule.floor);
    let failed = 0;
    let gaps = 0;
    let applicable = 0;
    let tooLow = false;
    for (const column of columns) {
      const code = column.verdict[row] as number;
      if (code === notApplicable) continue;
      applicable++;
      if (code === met) counts[row] = (counts[row] as number) + 1;
      else if (code === noData) gaps++;
      else {
        failed++;
        tooLow ||= !reachesFloor(preparation, column, row, rows[row] as number, stage, floor);
      }
    }
    const allowed = rule.of.length - minMet;
    verdict[row] = applicable === 0 ? notApplicable : tooLow || failed > allowed ? notMet : gaps > 0 ? noData : met;
  }
  return { rule, met: counts, verdict };
};

const reachesFloor = (
  preparation: Preparation,
  column: IndicatorColumn,
  row: number,
  unit: number,
  stage: StageOrAll,
  floor: number,
): boolean => {
  const value = column.value[row] as number;
  const line = column.threshold[row] as number;
  const higher = higherIsBetter(column.indicator.definition.comparison);
  if (floor === 0) return true;
  const left = higher ? value : value * floor;
  const right = higher ? line * floor : line;
  const verdict = judge(left, right, higher ? 'atLeast' : 'atMost', () => {
    const term = formulaOf(column, row);
    const exact = exactNumber(term, exactUnit(preparation, unit, stage));
    const exactLine = rationalOf(line);
    const exactFloor = rationalOf(floor);
    if (!exact || !exactLine || !exactFloor) return null;
    return higher
      ? compareRationals(exact, multiplyRationals(exactLine, exactFloor))
      : compareRationals(multiplyRationals(exact, exactFloor), exactLine);
  });
  return verdict === met;
};

/** The formula that gave a row its value: the indicator's own, or that of the first exception that replaced it. */
export const formulaOf = (column: IndicatorColumn, row: number): IndicatorColumn['indicator']['term'] => {
  const bits = column.exceptions?.[row] ?? 0;
  const replaced = column.indicator.exceptions.find((exception) => exception.formula && (bits >> exception.index) & 1);
  return replaced?.formula ?? column.indicator.term;
};
