import type { Dataset, FieldValue, MappedRecord } from './dataset.ts';
import { matchKey } from './normalize-text.ts';
import type { RowPlace } from './row-place.ts';

/** Collects records by key; tells a repetition from a contradiction. */
export class RecordGatherer {
  private readonly byKey = new Map<string, MappedRecord>();
  private readonly names = new Map<string, number>();
  private readonly points = new Map<string, number>();

  /** Answers false where the record was refused. */
  add(dataset: Dataset, record: MappedRecord, repeats: boolean, place: RowPlace): boolean {
    const key = recordKey(dataset, record);
    const known = this.byKey.get(key);
    if (known === undefined) {
      this.byKey.set(key, record);
      this.noticeSameName(dataset, record, place);
      this.noticeSamePoint(dataset, record, place);
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

  records(): Iterable<MappedRecord> {
    return this.byKey.values();
  }

  has(key: string): boolean {
    return this.byKey.has(key);
  }

  private noticeSamePoint(dataset: Dataset, record: MappedRecord, place: RowPlace): void {
    const { pointX, pointY, kind } = record.values;
    if (dataset.id !== 'units' || typeof pointX !== 'number' || typeof pointY !== 'number' || kind !== 'school') {
      return;
    }
    const key = `${pointX} ${pointY}`;
    const row = this.points.get(key);
    if (row === undefined) {
      this.points.set(key, record.row);
    } else {
      place.report('same-point', record.columns.pointX ?? -1, key, { row });
    }
  }

  private noticeSameName(dataset: Dataset, record: MappedRecord, place: RowPlace): void {
    const { name, townshipCode, kind } = record.values;
    if (dataset.id !== 'units' || typeof name !== 'string' || kind === 'campus') {
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

export function recordKey(dataset: Dataset, record: MappedRecord): string {
  const parts = dataset.key.map((name) => textOfValue(record.values[name] ?? null));
  return [dataset.id, record.countyCode, record.schoolYear, ...parts].join('\n');
}

function differingField(one: MappedRecord, other: MappedRecord): string | undefined {
  return Object.keys(other.values).find(
    (name) => textOfValue(one.values[name] ?? null) !== textOfValue(other.values[name] ?? null),
  );
}

function textOfValue(value: FieldValue): string {
  return value === null ? '' : Array.isArray(value) ? value.join(',') : String(value);
}
