import type { RemedyProblem } from '#kernels/remedy';
import type { CompiledStandard, EvaluationInput, SchoolStageResult, Stage } from '#standards';
import { measureSlopes, schoolStage } from './measure-slopes.ts';
import { columnOf, type RemedyQuestion, type RemedyTask, type TaskRow } from './remedy-task.ts';
import { costFenOf, type UnitCost } from './unit-cost.ts';

/** Room left below each limit so that the rounding of the evaluation cannot turn a kept limit into a missed one. */
const limitRoom = 1e-12;
/** Room above a line where amounts are continuous or divided among stages. */
const lineRoom = 1e-13;

/**
 * One problem for each judged area inside the question's area.
 *
 * @remarks
 * The amount of a school in an indicator is its value times its weight (its pupils); what one more piece of the resource does to it
 * is measured, not assumed. An addition to a whole-school measure of a mixed school therefore reaches its stages in the shares in
 * which the standard divides it.
 */
export function buildTasks(question: RemedyQuestion): RemedyTask[] {
  const { compiled, costs, evaluation } = question;
  const isShared = costs.map(({ measure }) => compiled.dictionary.measures.get(measure)?.stages[0] === 'all');
  const slopes = costs.map((cost, j) => slopesOf(question, cost, isShared[j] === true));
  const byArea = new Map<number, SchoolStageResult[]>();
  for (const school of evaluation.schools) {
    const area = judgedArea(question, school.unit);
    if (area < 0 || school.excludedBy !== null || school.indicators.length === 0) continue;
    byArea.set(area, [...(byArea.get(area) ?? []), school]);
  }
  return [...byArea]
    .sort(([a], [b]) => a - b)
    .map(([area, schools]) => buildTask(question, area, schools, slopes, isShared));
}

/** The judged area of a unit, if it lies inside the question's area; else -1. */
function judgedArea({ compiled, input, area: asked }: RemedyQuestion, unit: number): number {
  let judged = -1;
  let isInside = false;
  for (let area = input.units.county[unit] as number; area >= 0; area = input.areas.parent[area] as number) {
    if (input.areas.level[area] === compiled.definition.level && judged < 0) judged = area;
    if (area === asked) isInside = true;
  }
  return isInside ? judged : -1;
}

type Slopes = ReadonlyMap<string, number>;

function slopesOf({ compiled, input, evaluation }: RemedyQuestion, cost: UnitCost, isShared: boolean): Slopes {
  const present = new Map<string, number>();
  for (const { unit, stage, indicators } of evaluation.schools) {
    const value = indicators.find(({ indicator }) => indicator === cost.indicator)?.value;
    if (typeof value === 'number') present.set(schoolStage(unit, stage), value);
  }
  const stages = isShared ? compiled.definition.stages.slice(0, 1) : compiled.definition.stages;
  const slopes = new Map<string, number>();
  for (const stage of stages) {
    for (const [key, slope] of measureSlopes(
      compiled,
      input,
      columnOf(cost, isShared, stage),
      cost.indicator,
      present,
    )) {
      if (slope > 0) slopes.set(key, slope);
    }
  }
  return slopes;
}

function buildTask(
  question: RemedyQuestion,
  area: number,
  schools: readonly SchoolStageResult[],
  slopes: readonly Slopes[],
  isShared: readonly boolean[],
): RemedyTask {
  const { compiled, input, costs } = question;
  const missing: { unit: number; stage: Stage }[] = [];
  const rows: TaskRow[] = [];
  for (const school of schools) {
    const row = readRow(question, school, slopes);
    if (row === null) missing.push({ unit: school.unit, stage: school.stage });
    else rows.push(row);
  }
  rows.sort(
    (a, b) =>
      a.unit - b.unit || compiled.definition.stages.indexOf(a.stage) - compiled.definition.stages.indexOf(b.stage),
  );
  const ownStages = compiled.definition.stages.filter((stage) => rows.some((row) => row.stage === stage));
  const units = [...new Set(rows.map(({ unit }) => unit))];
  const rule = ruleOf(compiled, input, area);
  const k = costs.length;
  const cell = <T>(read: (row: TaskRow, j: number) => T) => rows.flatMap((row) => costs.map((_, j) => read(row, j)));
  const scale = costs.map(({ indicator }) => pupilsPerPiece(compiled, indicator));
  const shareOf = (row: TaskRow, j: number) => near(((row.slopes[j] as number) * row.weight) / (scale[j] as number), 1);
  const problem: RemedyProblem = {
    rows: rows.length,
    indicators: k,
    groups: ownStages.length,
    units: units.length,
    pupils: Float64Array.from(rows, ({ weight }) => weight),
    group: Int32Array.from(rows, ({ stage }) => ownStages.indexOf(stage)),
    unit: Int32Array.from(rows, ({ unit }) => units.indexOf(unit)),
    share: Float64Array.from(cell(shareOf)),
    shared: Uint8Array.from(isShared, Number),
    current: Float64Array.from(
      cell((row, j) => {
        const amount = ((row.values[j] as number) * row.weight) / (scale[j] as number);
        return costs[j]?.whole && !isShared[j] ? near(amount, Math.round(amount)) : amount;
      }),
    ),
    threshold: Float64Array.from(
      cell((row, j) => lineOf(row.lines[j] as number, costs[j] as UnitCost, isShared[j] === true)),
    ),
    floor: Float64Array.from(
      cell((row, j) =>
        lineOf(
          Number((rule.floor * (row.lines[j] as number)).toPrecision(12)),
          costs[j] as UnitCost,
          isShared[j] === true,
        ),
      ),
    ),
    scale: Float64Array.from(scale),
    allowedBelow: rule.allowedBelow,
    inRule: new Uint8Array(rows.length).fill(1),
    inCoefficient: new Uint8Array(rows.length).fill(1),
    limit: Float64Array.from(
      ownStages.flatMap((stage) => costs.map((cost) => limitOf(question, area, stage, cost.indicator))),
    ),
    cost: Float64Array.from(cell((row, j) => costFenOf(costs[j] as UnitCost, row.stage) ?? 0)),
    grain: Float64Array.from(costs, ({ whole }) => (whole ? 1 : 0)),
    most: new Float64Array(rows.length * k).fill(Number.POSITIVE_INFINITY),
    ...(question.mayMove
      ? { moveCost: Float64Array.from(costs, ({ moveFen }) => moveFen ?? Number.POSITIVE_INFINITY) }
      : {}),
  };
  return { area, problem, rows, stages: ownStages, costs, isShared, missing };
}

/** A school-stage whose every figure is reported; null where one is missing. */
function readRow(
  { compiled, input, costs }: RemedyQuestion,
  school: SchoolStageResult,
  slopes: readonly Slopes[],
): TaskRow | null {
  const { unit, stage } = school;
  const rule = compiled.definition.coefficients.find(({ of }) => of.includes(costs[0]?.indicator ?? ''));
  const weight =
    rule && rule.weight === null ? 1 : input.units.columns.get(`${rule?.weight ?? 'students'}@${stage}`)?.[unit];
  if (weight === undefined || !(weight > 0)) return null;
  const [values, lines, own]: [number[], number[], number[]] = [[], [], []];
  for (const [j, { indicator }] of costs.entries()) {
    const result = school.indicators.find((one) => one.indicator === indicator);
    const slope = slopes[j]?.get(schoolStage(unit, stage));
    if (typeof result?.value !== 'number' || slope === undefined) return null;
    values.push(result.value);
    lines.push(result.threshold ?? Number.NaN);
    own.push(slope);
  }
  return { unit, stage, weight, values, lines, slopes: own };
}

/** Pupils for whom an indicator counts pieces: 100 in `room/100 pupil`. */
function pupilsPerPiece({ definition }: CompiledStandard, indicator: string): number {
  const unit = definition.indicators.find(({ id }) => id === indicator)?.unit ?? '';
  return Number(/\/(\d+) pupil$/.exec(unit)?.[1] ?? 1);
}

/** The line itself where pieces are whole and undivided (ties are exact there), else a trace above it. */
function lineOf(line: number, cost: UnitCost, isShared: boolean): number {
  return cost.whole && !isShared ? line : line * (1 + lineRoom);
}

function near(value: number, target: number): number {
  return Math.abs(value - target) <= 1e-9 * Math.max(1, Math.abs(target)) ? target : value;
}

function limitOf({ evaluation }: RemedyQuestion, area: number, stage: Stage, indicator: string): number {
  const found = evaluation.coefficients.find(
    (one) => one.area === area && one.stage === stage && one.indicator === indicator && one.limit !== null,
  );
  return found?.limit === null || found === undefined ? Number.POSITIVE_INFINITY : found.limit * (1 - limitRoom);
}

/** The school rule as it holds in an area: overrides above it may ask for more. */
function ruleOf(
  compiled: CompiledStandard,
  { areas }: EvaluationInput,
  area: number,
): { allowedBelow: number; floor: number } {
  const [rule] = compiled.definition.schoolRules;
  let [minMet, floor] = [rule?.minMet ?? 0, rule?.floor ?? 1];
  for (let above = area; above >= 0; above = areas.parent[above] as number) {
    for (const override of compiled.overrides) {
      if (override.area !== areas.code[above]) continue;
      for (const stricter of override.schoolRules) {
        if (stricter.rule !== rule?.id) continue;
        minMet = Math.max(minMet, stricter.minMet ?? minMet);
        floor = Math.max(floor, stricter.floor ?? floor);
      }
    }
  }
  return { allowedBelow: (rule?.of.length ?? 0) - minMet, floor };
}
