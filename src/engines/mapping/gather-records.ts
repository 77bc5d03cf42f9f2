import type { Dataset, FieldValue, MappedRecord } from './dataset.ts';
import { matchKey } from './normalize-text.ts';
import type { RowPlace } from './row-place.ts';

/** Where records go as they are read. */
export interface RecordSink {
  readonly counties: ReadonlySet<string>;
  readonly schoolYears: ReadonlySet<number>;
  /** Answers false where the record was refused. */
  add(dataset: Dataset, record: MappedRecord, repeats: boolean, place: RowPlace): boolean;
  /** The records taken since the last time. */
  takeFresh(): readonly MappedRecord[];
  /** All that are kept. */
  records(): Iterable<MappedRecord>;
}

/** Collects records by key; tells a repetition from a contradiction. */
export class RecordGatherer implements RecordSink {
  readonly counties = new Set<string>();
  readonly schoolYears = new Set<number>();
  private readonly groups = new Map<string, Map<string, MappedRecord>>();
  private fresh: MappedRecord[] = [];
  private lastGroup = '';
  private last = new Map<string, MappedRecord>();
  private readonly names = new Map<string, number>();

  add(dataset: Dataset, record: MappedRecord, repeats: boolean, place: RowPlace): boolean {
    const group = this.groupOf(dataset, record);
    const key = textOfValue(record.values[dataset.key.at(-1) ?? ''] ?? null);
    const known = group.get(key);
    if (known === undefined) {
      group.set(key, record);
      this.fresh.push(record);
      if (dataset.id === 'units') {
        this.noticeSameName(record, place);
      }
      return true;
    }
    const field = differingField(known, record);
    const keyColumn = record.columns[dataset.key[0] ?? ''] ?? -1;
    const keyText = dataset.key.map((name) => textOfValue(record.values[name] ?? null)).join(' ');
    if (field === undefined) {
      if (!repeats) {
        place.report('duplicate-row', keyColumn, keyText, { row: known.row, key: keyText });
      }
      return repeats;
    }
    place.report('school-twice', record.columns[field] ?? keyColumn, textOfValue(record.values[field] ?? null), {
      row: known.row,
      field: dataset.fields[field]?.words ?? field,
      other: textOfValue(known.values[field] ?? null),
    });
    return false;
  }

  takeFresh(): readonly MappedRecord[] {
    const { fresh } = this;
    this.fresh = [];
    return fresh;
  }

  *records(): Generator<MappedRecord> {
    for (const group of this.groups.values()) {
      yield* group.values();
    }
  }

  /** Records that share all of the key but its last part; rows of one unit mostly stand together. */
  private groupOf(dataset: Dataset, record: MappedRecord): Map<string, MappedRecord> {
    let name = `${dataset.id} ${record.countyCode} ${record.schoolYear}`;
    for (let part = 0; part < dataset.key.length - 1; part++) {
      name += ` ${textOfValue(record.values[dataset.key[part] ?? ''] ?? null)}`;
    }
    if (name !== this.lastGroup) {
      this.lastGroup = name;
      this.last = this.groups.get(name) ?? new Map<string, MappedRecord>();
      this.groups.set(name, this.last);
      this.counties.add(record.countyCode);
      this.schoolYears.add(record.schoolYear);
    }
    return this.last;
  }

  private noticeSameName(record: MappedRecord, place: RowPlace): void {
    const { name, townshipCode, kind } = record.values;
    if (typeof name !== 'string' || kind === 'campus') {
      return;
    }
    const key = `${record.countyCode} ${textOfValue(townshipCode ?? null)} ${matchKey(name)}`;
    const row = this.names.get(key);
    if (row === undefined) {
      this.names.set(key, record.row);
    } else {
      place.report('same-name', record.columns.name ?? -1, name, { row });
    }
  }
}

function differingField(one: MappedRecord, other: MappedRecord): string | undefined {
  return Object.keys(other.values).find(
    (name) => textOfValue(one.values[name] ?? null) !== textOfValue(other.values[name] ?? null),
  );
}

export function textOfValue(value: FieldValue): string {
  return value === null ? '' : Array.isArray(value) ? value.join(',') : String(value);
}
