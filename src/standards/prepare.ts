import { areaFrame, type Candidates, candidatesFor, rowsByArea } from './area-frame.ts';
import { ancestorsAt } from './area-tree.ts';
import type { CompiledExclusion, CompiledStandard } from './compiled.ts';
import type { StageOrAll } from './definition.ts';
import { evaluateTruths, type Frame } from './evaluate-term.ts';
import type { EvaluationInput } from './input.ts';
import type { AreaLevel, EvaluationOptions } from './options.ts';
import { remember } from './remember.ts';
import { resolveColumns } from './resolve-columns.ts';
import { stageBit, stagesRun } from './stages-run.ts';
import { strictestByArea } from './strictest.ts';
import type { Term } from './term.ts';
import { textCodes } from './text-codes.ts';
import { type UnitFrameSource, unitFrame } from './unit-frame.ts';
import { truthAt, unknown, yes } from './vector.ts';

/** What evaluating and explaining have in common: one standard on one input, with everything looked up once. */
export interface Preparation extends UnitFrameSource {
  readonly standard: CompiledStandard;
  readonly level: AreaLevel;
  /** Units that the standard speaks of. */
  readonly covered: Uint8Array;
  /** The area that judges each unit, as a row of the area table, or -1. */
  readonly areaOf: Int32Array;
  /** For each unit the first exclusion that holds in a part and stage, counted from 1; 0 = none. */
  readonly excluded: (part: string, stage: StageOrAll) => Uint8Array;
  /** Covered units that run a stage (or any of the standard's stages), in the order of the input. */
  readonly rowsAt: (stage: StageOrAll) => Int32Array;
  readonly areaFrame: (areas: Int32Array, stage: StageOrAll, part: string) => Frame;
  /** The units that an aggregate may add up. */
  readonly candidates: (stage: StageOrAll, part: string, named: string) => Candidates;
  /** The units that an aggregate adds up for one area. */
  readonly aggregateRows: (
    term: Term & { op: 'aggregate' },
    area: number,
    stage: StageOrAll,
    part: string,
  ) => readonly number[];
}

export const prepare = (
  standard: CompiledStandard,
  input: EvaluationInput,
  options: EvaluationOptions,
): Preparation => {
  const { definition } = standard;
  const { size } = input.units;
  const runs = stagesRun(input);
  const level = options.level ?? definition.level;
  const parameter = parameterValues(standard, input);
  const base = { input, runs, stages: definition.stages, parameter, texts: textCodes(input) };
  const columns = resolveColumns(standard, input, runs, (resolved) =>
    unitFrame({ ...base, columns: resolved }, null, 'all'),
  );
  const source: UnitFrameSource = { ...base, columns };
  const standardBits = definition.stages.reduce((bits, stage) => bits | stageBit(stage), 0);

  const covers = standard.covers ? evaluateTruths(standard.covers, unitFrame(source, null, 'all')) : yes;
  const covered = new Uint8Array(size);
  for (let unit = 0; unit < size; unit++) {
    const truth = truthAt(covers, unit);
    // Where the condition is not known, a unit that runs a stage of the standard is not overlooked.
    const speaks = standard.covers && truth !== unknown ? truth === yes : ((runs[unit] as number) & standardBits) !== 0;
    covered[unit] = Number(speaks);
  }

  const above = ancestorsAt(input.areas, level);
  const areaOf = input.units.county.map((county) => above[county] ?? -1);

  const rowsAt = remember((stage: StageOrAll) => {
    const bit = stage === 'all' ? standardBits : stageBit(stage);
    const rows: number[] = [];
    for (let unit = 0; unit < size; unit++) {
      if (covered[unit] === 1 && ((runs[unit] as number) & bit) !== 0) rows.push(unit);
    }
    return Int32Array.from(rows);
  });

  const conditionOf = remember((key: string) => {
    const [index = '0', stage = 'all'] = key.split('|');
    const exclusion = standard.exclusions[Number(index)] as CompiledExclusion;
    return evaluateTruths(exclusion.when, unitFrame(source, null, stage as StageOrAll));
  });
  const exclusionsOf = remember((key: string) => {
    const [part = '', stage = 'all'] = key.split('|');
    const marks = new Uint8Array(size);
    standard.exclusions.forEach((exclusion, index) => {
      const { parts } = exclusion.definition;
      if ((parts.length > 0 && !parts.includes(part)) || (exclusion.byStage && stage === 'all')) return;
      const truths = conditionOf(`${index}|${exclusion.byStage ? stage : 'all'}`);
      for (let unit = 0; unit < size; unit++) {
        if (marks[unit] === 0 && truthAt(truths, unit) === yes) marks[unit] = index + 1;
      }
    });
    return marks;
  });
  const excluded = (part: string, stage: StageOrAll): Uint8Array => exclusionsOf(`${part}|${stage}`);

  const candidates = remember((key: string): Candidates => {
    const [stage = 'all', part = '', named = ''] = key.split('|');
    return candidatesFor(preparation, stage as StageOrAll, part, named);
  });
  const groups = new Map<Term, Map<string, ReadonlyMap<number, readonly number[]>>>();
  const preparation: Preparation = {
    ...source,
    standard,
    level,
    covered,
    areaOf,
    excluded,
    rowsAt,
    candidates: (stage, part, named) => candidates(`${stage}|${part}|${named}`),
    areaFrame: (areas, stage, part) => areaFrame(preparation, areas, stage, part),
    aggregateRows: (term, area, stage, part) => {
      const key = `${stage}|${part}`;
      const known = groups.get(term) ?? new Map<string, ReadonlyMap<number, readonly number[]>>();
      groups.set(term, known);
      const rows = known.get(key) ?? rowsByArea(preparation, term, stage, part);
      known.set(key, rows);
      return rows.get(area) ?? [];
    },
  };
  return preparation;
};

const parameterValues = (standard: CompiledStandard, input: EvaluationInput): UnitFrameSource['parameter'] =>
  remember((id: string) => {
    const parameter = standard.definition.parameters.find((candidate) => candidate.id === id);
    if (!parameter) return Number.NaN;
    const higher = parameter.stricter === 'higher';
    const tightened = strictestByArea(
      standard,
      input.areas,
      input.schoolYear,
      (override) => override.parameters.find((entry) => entry.parameter === id)?.value ?? null,
      higher,
    );
    return tightened?.map((value) => (Number.isNaN(value) ? parameter.value : value)) ?? parameter.value;
  });
