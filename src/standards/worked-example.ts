import { parse } from 'yaml';
import {
  type AreaTable,
  type Attestation,
  type AttributeValue,
  type ColumnKey,
  type EvaluationInput,
  type Stage,
  stages,
  type UnitTable,
} from './input.ts';
import type { Evaluation } from './result.ts';
import { stageBit } from './stages-run.ts';

/** A worked example: a small input and the whole evaluation it must give. */
export interface WorkedExample {
  readonly input: EvaluationInput;
  /** Null where the file gives none. */
  readonly expected: Evaluation | null;
}

interface Row {
  readonly values?: Readonly<Record<string, number>>;
}

interface UnitRow extends Row {
  readonly id: string;
  readonly name: string;
  readonly county: string;
  readonly stages: readonly Stage[];
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
}

interface AreaRow extends Row {
  readonly code: string;
  readonly name: string;
  readonly level: AreaTable['level'][number];
  readonly parent?: string;
}

interface ExampleFile {
  readonly schoolYear: number;
  readonly areas: readonly AreaRow[];
  readonly units: readonly UnitRow[];
  readonly attested?: readonly Attestation[];
  readonly expected?: Evaluation;
}

/**
 * Reads a `worked-example.yaml` (its form is in `docs/handbook/standards.md`).
 *
 * @throws Error where the text is not such a file; an example is written by hand and checked by a test.
 */
export const readWorkedExample = (text: string): WorkedExample => {
  const file = parse(text) as Partial<ExampleFile> | null;
  if (!file?.units || !file.areas || file.schoolYear === undefined) {
    throw new Error('A worked example needs schoolYear, units and areas.');
  }
  const { units: unitRows } = file;
  const rows = new Map(file.areas.map((area, row) => [area.code, row]));
  const areas: AreaTable = {
    size: file.areas.length,
    code: file.areas.map((area) => area.code),
    name: file.areas.map((area) => area.name),
    level: file.areas.map((area) => area.level),
    parent: Int32Array.from(file.areas, (area) => rows.get(area.parent ?? '') ?? -1),
    columns: columnsOf(file.areas),
  };
  const attributeNames = new Set(unitRows.flatMap((unit) => Object.keys(unit.attributes ?? {})));
  const units: UnitTable = {
    size: unitRows.length,
    id: unitRows.map((unit) => unit.id),
    name: unitRows.map((unit) => unit.name),
    county: Int32Array.from(unitRows, (unit) => rows.get(unit.county) ?? -1),
    stages: Uint8Array.from(unitRows, (unit) => bitsOf(unit.stages)),
    attributes: Object.fromEntries(
      [...attributeNames].map((name) => [name, unitRows.map((unit) => unit.attributes?.[name] ?? null)]),
    ),
    columns: columnsOf(unitRows),
  };
  return {
    input: { schoolYear: file.schoolYear, units, areas, attested: file.attested ?? [] },
    expected: file.expected ?? null,
  };
};

const bitsOf = (run: readonly Stage[]): number => run.reduce((bits, stage) => bits | stageBit(stage), 0);

/** A value without a stage belongs to the whole unit: `multimediaRooms` is `multimediaRooms@all`. */
const columnsOf = (rows: readonly Row[]): Map<ColumnKey, Float64Array> => {
  const columns = new Map<ColumnKey, Float64Array>();
  rows.forEach((row, index) => {
    for (const [name, value] of Object.entries(row.values ?? {})) {
      const key = keyOf(name);
      const column = columns.get(key) ?? new Float64Array(rows.length).fill(Number.NaN);
      column[index] = value;
      columns.set(key, column);
    }
  });
  return columns;
};

const keyOf = (name: string): ColumnKey => {
  const [measure = '', stage] = name.split('@');
  return `${measure}@${stages.find((known) => known === stage) ?? 'all'}`;
};
