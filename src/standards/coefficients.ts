import { measureMoments } from '#kernels/inequality';
import type { CompiledStandard } from './compiled.ts';
import type { CoefficientRuleDefinition, StageOrAll } from './definition.ts';
import { exactUnit } from './exact-rows.ts';
import { exactNumber } from './exact-term.ts';
import type { IndicatorColumn } from './indicator-column.ts';
import { judge, noData, notApplicable } from './judge.ts';
import { type Membership, membership } from './members.ts';
import type { Comparing } from './options.ts';
import type { Preparation } from './prepare.ts';
import { addRationals, compareRationals, multiplyRationals, type Rational, rationalOf, whole } from './rational.ts';
import { formulaOf, type SchoolBlock } from './school-block.ts';
import { stricter, strictestByArea } from './strictest.ts';
import { thresholdsInForce } from './thresholds-in-force.ts';

/** The coefficients of one rule, stage and indicator (or composite), by group. */
export interface CoefficientColumn {
  readonly rule: CoefficientRuleDefinition;
  readonly stage: StageOrAll;
  /** The indicator, or the rule itself for a composite. */
  readonly indicator: string;
  readonly schools: Int32Array;
  readonly missing: Int32Array;
  readonly mean: Float64Array;
  readonly standardDeviation: Float64Array;
  readonly coefficient: Float64Array;
  readonly limit: Float64Array;
  readonly verdict: Uint8Array;
}

export interface Coefficients {
  readonly membership: Membership;
  readonly columns: readonly CoefficientColumn[];
}

/**
 * Every coefficient of variation that the standard asks for: weighted, population form, in one grouped pass each.
 *
 * @remarks A limit holds for schools inside the areas that the standard judges; at other levels coefficients have no limit.
 * A school counts unless it is excluded, does not report (then it is `missing`) or has weight 0.
 * @source 教督〔2017〕6号, 资源配置: 校际差异系数; formula sheets of the 2012 measure: S = √(Σ (nᵢ/N)(xᵢ − X)²), CV = S / X.
 */
export const coefficients = (
  preparation: Preparation,
  blocks: readonly SchoolBlock[],
  comparing: Comparing | undefined,
): Coefficients => {
  const { standard, input } = preparation;
  const groups = membership(input, comparing ?? { members: 'school', groups: standard.definition.level });
  const official =
    comparing === undefined || (comparing.members === 'school' && comparing.groups === standard.definition.level);
  const columns = standard.coefficients.flatMap((compiled) =>
    blocks.flatMap((block) => {
      const singles = compiled.definition.of.flatMap((id) => {
        const column = block.indicators.find(({ indicator }) => indicator.definition.id === id);
        return column ? [singleCoefficient(preparation, compiled, block, column, groups, official)] : [];
      });
      if (singles.length === 0) return [];
      return compiled.definition.kind === 'each'
        ? singles
        : [...singles, composite(preparation, compiled, block.stage, singles, groups, official)];
    }),
  );
  return { membership: groups, columns };
};

type CompiledRule = CompiledStandard['coefficients'][number];

const singleCoefficient = (
  preparation: Preparation,
  compiled: CompiledRule,
  block: SchoolBlock,
  column: IndicatorColumn,
  groups: Membership,
  official: boolean,
): CoefficientColumn => {
  const rule = compiled.definition;
  const rows = countedRows(preparation, rule, block, column, groups);
  const size = groups.groups.length;
  const moments =
    groups.groupOfMember === null
      ? measureMoments(rows.value, rows.weight, rows.group, size)
      : measureMembers(rows, groups.groupOfMember, size);
  // A composite limits the mean of its coefficients; each of them alone has no limit.
  const limit = rule.kind === 'each' && official ? limits(preparation, compiled, block.stage, groups) : unlimited(size);
  const verdict = new Uint8Array(size);
  for (let group = 0; group < size; group++) {
    const line = limit[group] as number;
    verdict[group] = judgeCoefficient(
      moments.coefficientOfVariation[group] as number,
      line,
      moments.count[group] as number,
      rows.missing[group] as number,
      () => exactCoefficientSign(preparation, rule, block, column, rows.group, group, line),
    );
  }
  return {
    rule,
    stage: block.stage,
    indicator: column.indicator.definition.id,
    schools: moments.count,
    missing: rows.missing,
    mean: moments.mean,
    standardDeviation: moments.standardDeviation,
    coefficient: moments.coefficientOfVariation,
    limit,
    verdict,
  };
};

const judgeCoefficient = (
  value: number,
  line: number,
  counted: number,
  missing: number,
  exactly: () => number | null,
): number => {
  if (counted + missing === 0 || Number.isNaN(line)) return notApplicable;
  return missing > 0 ? noData : judge(value, line, 'atMost', exactly);
};

/** The rows of a block as values, weights and groups; a row that does not count has group -1. */
export interface CountedRows {
  readonly value: Float64Array;
  readonly weight: Float64Array;
  readonly group: Int32Array;
  /** The member of each row, where schools are put together. */
  readonly member: Int32Array;
  readonly missing: Int32Array;
}

export const countedRows = (
  preparation: Preparation,
  rule: CoefficientRuleDefinition,
  block: SchoolBlock,
  column: IndicatorColumn,
  groups: Membership,
): CountedRows => {
  const size = block.rows.length;
  const excluded = preparation.excluded(rule.part, block.stage);
  const weights = rule.weight === null ? null : preparation.columns.column(rule.weight, block.stage);
  const weight = new Float64Array(size);
  const group = new Int32Array(size).fill(-1);
  const member = new Int32Array(size).fill(-1);
  const missing = new Int32Array(groups.groups.length);
  for (let row = 0; row < size; row++) {
    const unit = block.rows[row] as number;
    const own = groups.groupOf[unit] as number;
    if (own < 0 || excluded[unit] !== 0 || notApplicableHere(column, row)) continue;
    const w = weights ? (weights[unit] as number) : 1;
    if (!Number.isFinite(column.value[row]) || !(w >= 0 && w < Number.POSITIVE_INFINITY)) {
      if (w !== 0) missing[own] = (missing[own] as number) + 1;
      continue;
    }
    weight[row] = w;
    group[row] = own;
    member[row] = groups.memberOf ? (groups.memberOf[unit] as number) : row;
  }
  return { value: column.value, weight, group, member, missing };
};

/** An indicator with a condition does not count where the condition fails; one without a line counts all the same. */
const notApplicableHere = (column: IndicatorColumn, row: number): boolean =>
  column.indicator.appliesWhen !== null && column.verdict[row] === notApplicable;

/** Puts schools together into members (total resource over total weight) and compares these. */
const measureMembers = (
  rows: CountedRows,
  groupOfMember: Int32Array,
  size: number,
): ReturnType<typeof measureMoments> => {
  const byMember = rows.group.map((group, row) => (group < 0 ? -1 : (rows.member[row] as number)));
  const members = measureMoments(rows.value, rows.weight, byMember, groupOfMember.length);
  return measureMoments(members.mean, members.weight, groupOfMember, size);
};

const limits = (
  preparation: Preparation,
  compiled: CompiledRule,
  stage: StageOrAll,
  groups: Membership,
): Float64Array => {
  const { standard, input } = preparation;
  const amount = thresholdsInForce(compiled.limits, input.schoolYear)?.[stage];
  const base = typeof amount === 'number' ? amount : Number.NaN;
  const tightened = strictestByArea(
    standard,
    input.areas,
    input.schoolYear,
    (override) =>
      override.limits.find((entry) => entry.rule === compiled.definition.id && entry.stage === stage)?.value ?? null,
    false,
  );
  return Float64Array.from(groups.groups, ({ area }) => {
    const own = area < 0 ? Number.NaN : (tightened?.[area] ?? Number.NaN);
    return Number.isNaN(own) ? base : stricter(base, own, false);
  });
};

const unlimited = (size: number): Float64Array => new Float64Array(size).fill(Number.NaN);

/** The plain mean of several coefficients; not known where one of them is not. */
const composite = (
  preparation: Preparation,
  compiled: CompiledRule,
  stage: StageOrAll,
  singles: readonly CoefficientColumn[],
  groups: Membership,
  official: boolean,
): CoefficientColumn => {
  const size = groups.groups.length;
  const limit = official ? limits(preparation, compiled, stage, groups) : unlimited(size);
  const schools = new Int32Array(size);
  const missing = new Int32Array(size);
  const coefficient = new Float64Array(size);
  const verdict = new Uint8Array(size);
  for (let group = 0; group < size; group++) {
    schools[group] = Math.max(...singles.map((single) => single.schools[group] as number));
    missing[group] = Math.max(...singles.map((single) => single.missing[group] as number));
    coefficient[group] =
      singles.reduce((sum, single) => sum + (single.coefficient[group] as number), 0) / singles.length;
    const [value, line] = [coefficient[group] as number, limit[group] as number];
    verdict[group] = judgeCoefficient(value, line, schools[group] as number, missing[group] as number, () => null);
  }
  return {
    rule: compiled.definition,
    stage,
    indicator: compiled.definition.id,
    schools,
    missing,
    mean: unlimited(size),
    standardDeviation: unlimited(size),
    coefficient,
    limit,
    verdict,
  };
};

/**
 * The sign of coefficient − limit without a square root: with W = Σw, A = Σwx and B = Σwx², the coefficient is at most L where
 * B·W ≤ (1 + L²)·A².
 */
const exactCoefficientSign = (
  preparation: Preparation,
  rule: CoefficientRuleDefinition,
  block: SchoolBlock,
  column: IndicatorColumn,
  groupOf: Int32Array,
  group: number,
  limit: number,
): number | null => {
  let weight = whole(0n);
  let first = whole(0n);
  let second = whole(0n);
  for (let row = 0; row < groupOf.length; row++) {
    if (groupOf[row] !== group) continue;
    const unit = block.rows[row] as number;
    const x = exactNumber(formulaOf(column, row), exactUnit(preparation, unit, block.stage));
    const w: Rational | null =
      rule.weight === null
        ? whole(1n)
        : rationalOf(preparation.columns.column(rule.weight, block.stage)[unit] as number);
    if (!x || !w) return null;
    const wx = multiplyRationals(w, x);
    weight = addRationals(weight, w);
    first = addRationals(first, wx);
    second = addRationals(second, multiplyRationals(wx, x));
  }
  const line = rationalOf(limit);
  if (!line) return null;
  const factor = addRationals(whole(1n), multiplyRationals(line, line));
  return compareRationals(
    multiplyRationals(second, weight),
    multiplyRationals(factor, multiplyRationals(first, first)),
  );
};
