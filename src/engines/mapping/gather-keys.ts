import type { Dataset, MappedRecord } from './dataset.ts';
import { type RecordSink, textOfValue } from './gather-records.ts';
import type { RowPlace } from './row-place.ts';

/**
 * Hands records on and remembers only their keys and rows, so that a list of millions does not stand in memory.
 *
 * @remarks For one dataset whose rows do not repeat: a second row of the same key is refused whatever else it says.
 */
export class KeyGatherer implements RecordSink {
  readonly counties = new Set<string>();
  readonly schoolYears = new Set<number>();
  private readonly groups = new Map<string, Map<string, number>>();
  private fresh: MappedRecord[] = [];
  private lastGroup = '';
  private last = new Map<string, number>();
  private readonly isKnownUnit: (countyCode: string, unitId: string) => boolean;
  private lastUnit: string | undefined;
  private lastKnown = true;
  private readonly unknownUnits = new Set<string>();

  /** @param isKnownUnit Asked when the unit changes from one row to the next, and told to the sender once a unit. */
  constructor(isKnownUnit: (countyCode: string, unitId: string) => boolean) {
    this.isKnownUnit = isKnownUnit;
  }

  add(dataset: Dataset, record: MappedRecord, _repeats: boolean, place: RowPlace): boolean {
    const group = this.groupOf(dataset, record);
    const unitId = textOfValue(record.values[dataset.unitField ?? ''] ?? null);
    if (unitId !== this.lastUnit) {
      this.lastUnit = unitId;
      this.lastKnown = this.isKnownUnit(record.countyCode, unitId);
    }
    if (!this.lastKnown) {
      if (!this.unknownUnits.has(unitId)) {
        this.unknownUnits.add(unitId);
        place.report('unknown-unit', record.columns[dataset.unitField ?? ''] ?? -1, unitId, { unit: unitId });
      }
      return false;
    }
    const key = textOfValue(record.values[dataset.key.at(-1) ?? ''] ?? null);
    const row = group.get(key);
    if (row !== undefined) {
      const column = record.columns[dataset.key.at(-1) ?? ''] ?? -1;
      place.report('duplicate-row', column, key, { row, key });
      return false;
    }
    group.set(key, record.row);
    this.fresh.push(record);
    return true;
  }

  takeFresh(): readonly MappedRecord[] {
    const { fresh } = this;
    this.fresh = [];
    return fresh;
  }

  records(): readonly MappedRecord[] {
    return [];
  }

  private groupOf(dataset: Dataset, record: MappedRecord): Map<string, number> {
    let name = `${record.countyCode} ${record.schoolYear}`;
    for (let part = 0; part < dataset.key.length - 1; part++) {
      name += ` ${textOfValue(record.values[dataset.key[part] ?? ''] ?? null)}`;
    }
    if (name !== this.lastGroup) {
      this.lastGroup = name;
      this.last = this.groups.get(name) ?? new Map<string, number>();
      this.groups.set(name, this.last);
      this.counties.add(record.countyCode);
      this.schoolYears.add(record.schoolYear);
    }
    return this.last;
  }
}
