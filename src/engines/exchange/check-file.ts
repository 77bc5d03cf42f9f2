import type { Mapped, MappedFact, MappedRecord } from '#engines/mapping';
import { cellPosition } from '#engines/mapping';
import { columnLetter } from '#engines/sheets';
import { type AttributeValue, type CheckData, type CheckSet, type ColumnKey, type Stage, stages } from '#standards';

/** A county in a school year. */
export interface CheckedCounty {
  readonly countyCode: string;
  readonly schoolYear: number;
}

/** A school in a school year, as the file speaks of it. */
export interface CheckedSchool extends CheckedCounty {
  readonly unitId: string;
}

/** Where a value stands in the file, and what the file says there. */
export interface CheckedPlace {
  readonly sheet: string;
  readonly row: number;
  /** A letter. */
  readonly column: string;
  readonly value: string;
}

const everything: Pick<CheckData, 'counties'> = {
  counties: { size: 0, group: new Int32Array(), runs: new Uint8Array(), column: () => null, attribute: () => null },
};

const fieldOf: Readonly<Record<string, string>> = { township: 'townshipCode', group: 'groupId' };

/** The bits of a unit's stages, as the frames of the standards have them. */
export const stageBits = (names: readonly unknown[]): number =>
  stages.reduce((bits, stage, bit) => (names.includes(stage) ? bits | (1 << bit) : bits), 0);

/** The facts of one measure and stage, each with the row of its school. */
interface FactColumn {
  readonly rows: number[];
  readonly facts: MappedFact[];
}

/** What a file brings to the checks between forms: its schools, and each value that a rule may name with its place. */
export class CheckFile {
  readonly schools: CheckedSchool[] = [];
  readonly data: CheckData;
  private readonly mapped: Mapped;
  /** The newest row of each school id, and for each row the one of the same id before it (another county or year), or -1. */
  private readonly newest = new Map<string, number>();
  private readonly before: number[] = [];
  private readonly units = new Map<string, MappedRecord>();
  private readonly classes = new Map<string, MappedRecord[]>();
  private readonly facts: ReadonlyMap<ColumnKey, FactColumn>;
  private readonly columns = new Map<ColumnKey, Float64Array>();
  private readonly byRow = new Map<ColumnKey, ReadonlyMap<number, MappedFact>>();
  private readonly attributes = new Map<string, readonly AttributeValue[]>();
  private known: Uint8Array | undefined;

  constructor(set: CheckSet, mapped: Mapped, schoolYear: number | null) {
    this.mapped = mapped;
    this.facts = this.takeFacts(namedColumns(set));
    this.takeRecords(mapped.schoolYears.length === 1 ? (mapped.schoolYears[0] ?? 0) : (schoolYear ?? 0));
    if (mapped.form !== null) this.rowOf(mapped.form);
    const runs = () => (this.known ??= this.runs());
    this.data = {
      ...everything,
      size: this.schools.length,
      get runs() {
        return runs();
      },
      cell: (address, type) => this.cell(address, type),
      column: (key, yearsBack) => (yearsBack === 0 ? this.column(key) : null),
      attribute: (name) => this.attribute(name),
      alike: () => null,
      parallelClasses: (stage) => this.parallelClasses(stage),
    };
  }

  factAt(key: ColumnKey, row: number): MappedFact | undefined {
    const column = this.facts.get(key);
    if (column === undefined) return undefined;
    const byRow = this.byRow.get(key) ?? new Map(column.rows.map((own, at) => [own, column.facts[at] as MappedFact]));
    this.byRow.set(key, byRow);
    return byRow.get(row);
  }

  /** The first fact of a county in a school year. */
  factIn(key: ColumnKey, { countyCode, schoolYear }: CheckedCounty): MappedFact | undefined {
    return this.facts.get(key)?.facts.find((fact) => fact.countyCode === countyCode && fact.schoolYear === schoolYear);
  }

  unitAt(row: number): MappedRecord | undefined {
    return this.units.size === 0 ? undefined : this.units.get(unitKey(this.schools[row] ?? nobody));
  }

  /** Every school of the file by county and id, once. */
  unitRecords(): Iterable<MappedRecord> {
    return this.units.values();
  }

  placeOfCell(address: string): CheckedPlace | undefined {
    const [sheet = '', reference = ''] = address.split('!');
    const { form } = this.mapped;
    if (form?.hasSheet(sheet) !== true) return undefined;
    const { row, column } = cellPosition(reference);
    return { sheet, row, column: columnLetter(column), value: form.textAt(sheet, reference) };
  }

  placeOfFact(fact: MappedFact): CheckedPlace {
    const sheet = this.mapped.sheets[fact.sheet]?.name ?? '';
    const column = columnLetter(fact.column);
    const said = this.mapped.form?.textAt(sheet, `${column}${fact.row}`) ?? '';
    return { sheet, row: fact.row, column, value: said === '' ? String(fact.value) : said };
  }

  placeOfField(row: number, attributes: readonly string[]): CheckedPlace | undefined {
    const record = this.unitAt(row);
    const column = record?.columns[fieldNamed(attributes[0] ?? '')];
    if (record === undefined || column === undefined || column < 0) return undefined;
    const values = attributes.map((name) => record.values[fieldNamed(name)] ?? '');
    return { ...this.placeOfRecord(record), column: columnLetter(column), value: values.join(' ') };
  }

  placeOfClasses(row: number): CheckedPlace | undefined {
    const [record] = this.classes.get(schoolKey(this.schools[row] ?? nobody)) ?? [];
    return record && { ...this.placeOfRecord(record), value: '' };
  }

  private placeOfRecord(record: MappedRecord) {
    return { sheet: this.mapped.sheets[record.sheet]?.name ?? '', row: record.row, column: '' };
  }

  private takeFacts(named: ReadonlySet<ColumnKey>): ReadonlyMap<ColumnKey, FactColumn> {
    const columns = new Map<ColumnKey, FactColumn>([...named].map((key) => [key, { rows: [], facts: [] }]));
    const byMeasure = new Map<string, Map<string, FactColumn>>();
    for (const [key, column] of columns) {
      const [measure = '', stage = ''] = key.split('@');
      byMeasure.set(measure, (byMeasure.get(measure) ?? new Map<string, FactColumn>()).set(stage, column));
    }
    let last: MappedFact | undefined;
    let row = -1;
    for (const fact of this.mapped.facts) {
      const column = fact.unitId === '' ? undefined : byMeasure.get(fact.measure)?.get(fact.stage);
      if (column === undefined) continue;
      // Facts of one school mostly stand together.
      const isSame =
        fact.unitId === last?.unitId && fact.schoolYear === last.schoolYear && fact.countyCode === last.countyCode;
      row = isSame ? row : this.rowOf(fact);
      last = fact;
      column.rows.push(row);
      column.facts.push(fact);
    }
    return new Map([...columns].filter(([, { facts }]) => facts.length > 0));
  }

  private column(key: ColumnKey): Float64Array | null {
    const column = this.facts.get(key);
    if (column === undefined) return null;
    const known = this.columns.get(key);
    if (known !== undefined) return known;
    const values = new Float64Array(this.schools.length).fill(Number.NaN);
    for (const [at, row] of column.rows.entries()) values[row] = column.facts[at]?.value ?? Number.NaN;
    this.columns.set(key, values);
    return values;
  }

  private takeRecords(schoolYear: number): void {
    const hasUnits = this.mapped.records.some(({ dataset }) => dataset === 'units');
    const withFacts = new Set(hasUnits ? this.schools.map(unitKey) : []);
    for (const record of this.mapped.records) {
      if (record.dataset === 'units') {
        const school = { countyCode: record.countyCode, schoolYear, unitId: String(record.values.id) };
        this.units.set(unitKey(school), record);
        if (!withFacts.has(unitKey(school))) this.rowOf(school);
      } else if (record.dataset === 'classes') {
        const { countyCode, schoolYear: year, values } = record;
        const school = { countyCode, schoolYear: year, unitId: String(values.unitId) };
        this.rowOf(school);
        const key = schoolKey(school);
        const known = this.classes.get(key);
        if (known === undefined) this.classes.set(key, [record]);
        else known.push(record);
      }
    }
  }

  private rowOf(school: CheckedSchool): number {
    const { countyCode, schoolYear, unitId } = school;
    const newest = this.newest.get(unitId) ?? -1;
    for (let row = newest; row >= 0; row = this.before[row] ?? -1) {
      const known = this.schools[row];
      if (known?.schoolYear === schoolYear && known.countyCode === countyCode) return row;
    }
    const row = this.schools.push(school) - 1;
    this.newest.set(unitId, row);
    this.before.push(newest);
    return row;
  }

  /** What the school says it runs; where the file does not have it, the stages of which it reports anything. */
  private runs(): Uint8Array {
    const bits = new Uint8Array(this.schools.length);
    for (const [key, { rows }] of this.facts) {
      const bit = stageBits([key.slice(key.indexOf('@') + 1)]);
      for (const row of rows) bits[row] = (bits[row] as number) | bit;
    }
    if (this.units.size === 0) return bits;
    return bits.map((reported, row) => {
      const said = this.unitAt(row)?.values.stages;
      return Array.isArray(said) ? stageBits(said) : reported;
    });
  }

  private cell(address: string, type: 'number' | 'text'): readonly AttributeValue[] | null {
    const [sheet = '', reference = ''] = address.split('!');
    const { form } = this.mapped;
    if (form?.hasSheet(sheet) !== true) return null;
    const text = form.textAt(sheet, reference);
    const value = type === 'number' ? (form.numberAt(sheet, reference) ?? null) : text === '' ? null : text;
    return this.schools.map(({ unitId }) => (unitId === form.unitId ? value : null));
  }

  private attribute(name: string): readonly AttributeValue[] | null {
    if (this.units.size === 0) return null;
    const known = this.attributes.get(name);
    if (known !== undefined) return known;
    const made = this.schools.map(({ countyCode }, row) => {
      const record = this.unitAt(row);
      if (record === undefined) return null;
      const value = name === 'county' ? countyCode : (record.values[fieldNamed(name)] ?? null);
      return value === null || typeof value === 'object' ? null : value;
    });
    const values = made.every((value) => value === null) ? [] : made;
    this.attributes.set(name, values);
    return values.length === 0 ? null : values;
  }

  private parallelClasses(stage: Stage): readonly AttributeValue[] | null {
    if (this.classes.size === 0) return null;
    return this.schools.map((school) => {
      const grades = new Map<unknown, number>();
      for (const { values } of this.classes.get(schoolKey(school)) ?? []) {
        if (values.stage === stage) grades.set(values.grade, (grades.get(values.grade) ?? 0) + 1);
      }
      return grades.size === 0 ? null : Math.max(...grades.values());
    });
  }
}

const nobody: CheckedSchool = { countyCode: '', schoolYear: 0, unitId: '' };

/** The field of the registry's schools that an attribute of the standards is. */
export const fieldNamed = (attribute: string): string => fieldOf[attribute] ?? attribute;

export const unitKey = ({ countyCode, unitId }: Pick<CheckedSchool, 'countyCode' | 'unitId'>): string =>
  `${countyCode}\n${unitId}`;

const schoolKey = (school: CheckedSchool): string => `${unitKey(school)}\n${school.schoolYear}`;

const namedColumns = (set: CheckSet): ReadonlySet<ColumnKey> =>
  new Set(
    set.rules.flatMap((rule) =>
      [...rule.inputs.values()].flatMap((input) =>
        input.sources.flatMap((source) => (source.kind === 'formula' ? source.columns : [])),
      ),
    ),
  );
