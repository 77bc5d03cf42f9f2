import type { StageOrAll } from './definition.ts';
import type { Frame } from './evaluate-term.ts';
import type { AttributeValue, EvaluationInput, Stage } from './input.ts';
import type { ResolvedColumns } from './resolve-columns.ts';
import { stageBit } from './stages-run.ts';
import type { Term } from './term.ts';
import type { TextCodes } from './text-codes.ts';
import { type Numbers, no, unknown, yes } from './vector.ts';

/** What every unit frame of one evaluation shares. */
export interface UnitFrameSource {
  readonly input: EvaluationInput;
  readonly runs: Uint8Array;
  readonly stages: readonly Stage[];
  readonly columns: ResolvedColumns;
  readonly texts: (attribute: string) => TextCodes;
  /** A parameter's value by area row, or one value for all. */
  readonly parameter: (id: string) => number | Float64Array;
}

/**
 * A frame over some units.
 *
 * @param rows the units, as rows of the unit table; null = all.
 * @param stage what a bare name means.
 */
export const unitFrame = (source: UnitFrameSource, rows: Int32Array | null, stage: StageOrAll): Frame => {
  const { units, areas } = source.input;
  const size = rows ? rows.length : units.size;
  const gathered = new Map<Float64Array, Float64Array>();
  const attributes = new Map<string, readonly AttributeValue[]>();

  const gather = (column: Float64Array): Float64Array => {
    if (!rows) return column;
    const known = gathered.get(column);
    if (known) return known;
    const made = new Float64Array(size);
    for (let i = 0; i < size; i++) made[i] = column[rows[i] as number] as number;
    gathered.set(column, made);
    return made;
  };

  const byArea = (values: Float64Array): Float64Array => {
    const made = new Float64Array(size);
    for (let i = 0; i < size; i++)
      made[i] = values[units.county[rows ? (rows[i] as number) : i] as number] ?? Number.NaN;
    return made;
  };

  const ofStages = (term: Term & { op: 'ofStages' }): Float64Array => {
    const result = new Float64Array(size).fill(Number.NaN);
    const started = new Uint8Array(size);
    for (const name of source.stages) {
      const bit = stageBit(name);
      const column = gather(source.columns.column(term.measure, name));
      for (let i = 0; i < size; i++) {
        if (((source.runs[rows ? (rows[i] as number) : i] as number) & bit) === 0) continue;
        const value = column[i] as number;
        const sofar = result[i] as number;
        result[i] = started[i] === 0 ? value : term.how === 'sum' ? sofar + value : Math.max(sofar, value);
        started[i] = 1;
      }
    }
    return result;
  };

  return {
    size,
    numbersOf: (leaf): Numbers => {
      switch (leaf.op) {
        case 'unitMeasure':
          return gather(source.columns.column(leaf.measure, leaf.stage === 'current' ? stage : leaf.stage));
        case 'areaMeasure': {
          const column = areas.columns.get(`${leaf.measure}@all`);
          return column ? byArea(column) : Number.NaN;
        }
        case 'parameter': {
          const value = source.parameter(leaf.parameter);
          return typeof value === 'number' ? value : byArea(value);
        }
        case 'ofStages':
          return ofStages(leaf);
        default:
          return Number.NaN;
      }
    },
    attributeOf: (attribute): readonly AttributeValue[] => {
      const values = units.attributes[attribute];
      const known = attributes.get(attribute);
      if (known) return known;
      const made: AttributeValue[] = [];
      for (let i = 0; i < size; i++) made.push(values?.[rows ? (rows[i] as number) : i] ?? null);
      attributes.set(attribute, made);
      return made;
    },
    attributeIsAmong: (attribute, wanted): Uint8Array => {
      const { codes, codeOf, size: known } = source.texts(attribute);
      const truthOf = new Uint8Array(known).fill(no);
      truthOf[0] = unknown;
      for (const text of wanted) {
        const code = codeOf.get(text);
        if (code !== undefined) truthOf[code] = yes;
      }
      const truths = new Uint8Array(size);
      for (let i = 0; i < size; i++) truths[i] = truthOf[codes[rows ? (rows[i] as number) : i] as number] as number;
      return truths;
    },
  };
};
