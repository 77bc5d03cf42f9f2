import { z } from 'zod';
import type { AreaTable, ColumnKey, EvaluationInput, UnitTable } from '#standards';
import { evaluationHead, level } from './common.ts';

/** A browser evaluates this many schools without a pause that a person notices; a larger area is refused. */
export const whatIfMostSchools = 3_000;

const column = z.array(z.number().nullable());

/** An `EvaluationInput` as JSON: arrays for typed arrays, records for maps, null for "not reported". */
export const evaluationInputJson = z.object({
  schoolYear: z.number().int(),
  units: z.object({
    id: z.array(z.string()),
    name: z.array(z.string()),
    county: z.array(z.number().int()),
    /** Stage bits as in `UnitTable.stages`. */
    stages: z.array(z.number().int()).optional(),
    attributes: z.record(z.string(), z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
    columns: z.record(z.string(), column),
  }),
  areas: z.object({
    code: z.array(z.string()),
    name: z.array(z.string()),
    level: z.array(level),
    parent: z.array(z.number().int()),
    columns: z.record(z.string(), column),
  }),
  attested: z.array(
    z.object({
      item: z.string(),
      area: z.string(),
      unit: z.string().optional(),
      answer: z.union([z.boolean(), z.number()]),
      evidence: z.string(),
      by: z.string(),
      on: z.string(),
    }),
  ),
});
export type EvaluationInputJson = z.infer<typeof evaluationInputJson>;

/** Everything the browser needs to evaluate by itself: the inputs of one county, and the standard to compile with `#standards`. */
export const whatIf = evaluationHead.extend({
  input: evaluationInputJson,
  /** The standard's source files, to be given to `loadStandards` as they are. */
  standardFiles: z.array(z.object({ path: z.string(), text: z.string() })),
});
export type WhatIf = z.infer<typeof whatIf>;

/** Writes an input as JSON with a stated key order, so that equal inputs give equal text. */
export function packInput(input: EvaluationInput): EvaluationInputJson {
  return {
    schoolYear: input.schoolYear,
    units: {
      id: [...input.units.id],
      name: [...input.units.name],
      county: [...input.units.county],
      ...(input.units.stages === undefined ? {} : { stages: [...input.units.stages] }),
      attributes: Object.fromEntries(
        sortedByKey(Object.entries(input.units.attributes)).map(([key, values]) => [key, [...values]]),
      ),
      columns: packColumns(input.units.columns),
    },
    areas: {
      code: [...input.areas.code],
      name: [...input.areas.name],
      level: [...input.areas.level],
      parent: [...input.areas.parent],
      columns: packColumns(input.areas.columns),
    },
    attested: input.attested.map((answer) => ({ ...answer })),
  };
}

/** Reads what `packInput` wrote. `unpackInput(packInput(x))` equals `x`. */
export function unpackInput(json: EvaluationInputJson): EvaluationInput {
  const units: UnitTable = {
    size: json.units.id.length,
    id: json.units.id,
    name: json.units.name,
    county: Int32Array.from(json.units.county),
    ...(json.units.stages === undefined ? {} : { stages: Uint8Array.from(json.units.stages) }),
    attributes: json.units.attributes,
    columns: unpackColumns(json.units.columns),
  };
  const areas: AreaTable = {
    size: json.areas.code.length,
    code: json.areas.code,
    name: json.areas.name,
    level: json.areas.level,
    parent: Int32Array.from(json.areas.parent),
    columns: unpackColumns(json.areas.columns),
  };
  const attested = json.attested.map(({ unit, ...rest }) => (unit === undefined ? rest : { ...rest, unit }));
  return { schoolYear: json.schoolYear, units, areas, attested };
}

function packColumns(columns: ReadonlyMap<ColumnKey, Float64Array>): Record<string, (number | null)[]> {
  return Object.fromEntries(
    sortedByKey([...columns]).map(([key, values]) => [
      key,
      Array.from(values, (value) => (Number.isNaN(value) ? null : value)),
    ]),
  );
}

function unpackColumns(columns: Record<string, (number | null)[]>): Map<ColumnKey, Float64Array> {
  return new Map(
    Object.entries(columns).map(([key, values]) => [
      key as ColumnKey,
      Float64Array.from(values, (value) => value ?? Number.NaN),
    ]),
  );
}

function sortedByKey<T>(entries: [string, T][]): [string, T][] {
  return entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
