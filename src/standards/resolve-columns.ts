import type { CompiledStandard } from './compiled.ts';
import type { StageOrAll } from './definition.ts';
import { evaluateTruths, type Frame } from './evaluate-term.ts';
import { type EvaluationInput, type Stage, stages } from './input.ts';
import { stageBit } from './stages-run.ts';
import { truthAt, yes } from './vector.ts';

/** Every measure of every unit at every stage, with shared values divided. Rows are units. */
export interface ResolvedColumns {
  /** NaN throughout where the measure was not reported by anybody. Do not change it. */
  readonly column: (measure: string, stage: StageOrAll) => Float64Array;
  /** The part of a shared whole-school value that a stage uses: 1 for a school of one stage, NaN where it cannot be told. */
  readonly share: (stage: Stage) => Float64Array;
  /** Position among the standard's splits that divides each unit, or -1. */
  readonly splitOf: Int8Array;
}

/**
 * Prepares the columns of an input for a standard.
 *
 * @remarks A value reported for the stage itself wins over the stage's part of a whole-school value. A school that runs one
 * stage of the standard keeps the whole; a school of several stages without a split has no part that can be told (NaN).
 * @source splitting sheets used with 教督〔2017〕6号: 1 : 1.1, 1 : 1.2 and 1 : 1.1 : 1.32 by weighted pupils. The weights are data.
 */
export const resolveColumns = (
  standard: CompiledStandard,
  input: EvaluationInput,
  runs: Uint8Array,
  wholeFrame: (columns: ResolvedColumns) => Frame,
): ResolvedColumns => {
  const { size, columns } = input.units;
  const nothing = new Float64Array(size).fill(Number.NaN);
  const columnCache = new Map<string, Float64Array>();
  const shareCache = new Map<Stage, Float64Array>();
  const splitOf = new Int8Array(size).fill(-1);

  const share = (stage: Stage): Float64Array => {
    const known = shareCache.get(stage);
    if (known) return known;
    const made = sharesOf(stage);
    shareCache.set(stage, made);
    return made;
  };

  const sharesOf = (stage: Stage): Float64Array => {
    const result = new Float64Array(size).fill(Number.NaN);
    const standardBits = standard.definition.stages.reduce((bits, name) => bits | stageBit(name), 0);
    const bit = stageBit(stage);
    const splits = standard.definition.splits.map((split) =>
      stages.flatMap((name) => {
        const weight = split.weights[name];
        return weight === undefined
          ? []
          : [{ bit: stageBit(name), weight, by: columns.get(`${split.by}@${name}`) ?? nothing }];
      }),
    );
    for (let unit = 0; unit < size; unit++) {
      const run = runs[unit] as number;
      if ((run & bit) === 0) continue;
      const split = splits[splitOf[unit] as number];
      if (!split) {
        const others = run & standardBits & ~bit;
        result[unit] = others === 0 ? 1 : Number.NaN;
        continue;
      }
      let own = 0;
      let total = 0;
      for (const entry of split) {
        if ((run & entry.bit) === 0) continue;
        const weighted = entry.weight * (entry.by[unit] as number);
        total += weighted;
        if (entry.bit === bit) own = weighted;
      }
      result[unit] = total > 0 ? own / total : Number.NaN;
    }
    return result;
  };

  const column = (measure: string, stage: StageOrAll): Float64Array => {
    const key = `${measure}@${stage}` as const;
    const known = columnCache.get(key);
    if (known) return known;
    const reported = columns.get(key);
    const definition = standard.dictionary.measures.get(measure);
    const whole = stage !== 'all' && definition?.shared ? columns.get(`${measure}@all`) : undefined;
    const made = whole && stage !== 'all' ? divided(reported, whole, share(stage)) : (reported ?? nothing);
    columnCache.set(key, made);
    return made;
  };

  const divided = (reported: Float64Array | undefined, whole: Float64Array, part: Float64Array): Float64Array => {
    const result = new Float64Array(size);
    for (let unit = 0; unit < size; unit++) {
      const own = reported ? (reported[unit] as number) : Number.NaN;
      result[unit] = Number.isNaN(own) ? (whole[unit] as number) * (part[unit] as number) : own;
    }
    return result;
  };

  const resolved: ResolvedColumns = { column, share, splitOf };
  const frame = wholeFrame(resolved);
  standard.splits.forEach((split, index) => {
    const matches = evaluateTruths(split.when, frame);
    for (let unit = 0; unit < size; unit++) {
      if (splitOf[unit] === -1 && truthAt(matches, unit) === yes) splitOf[unit] = index;
    }
  });
  return resolved;
};
