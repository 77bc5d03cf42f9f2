import { columnLetter } from '#engines/sheets';
import type { Measure } from '#standards';
import type { MappedFact } from './dataset.ts';
import type { MeasureSource } from './profile.ts';
import type { RowPlace } from './row-place.ts';

export interface FactPlace {
  readonly countyCode: string;
  readonly schoolYear: number;
  readonly unitId: string;
  readonly stage: string;
  readonly sheet: number;
  readonly row: number;
}

type Slot = { fact: MappedFact; readonly take: MeasureSource['take'] };

/** Collects facts, joins rows where the profile says how, and refuses a number that is given twice. */
export class FactGatherer {
  private readonly groups = new Map<string, Map<string, Slot>>();
  private lastKey = '';
  private last = new Map<string, Slot>();

  add(
    place: FactPlace,
    measure: Measure,
    column: number,
    value: number,
    take: MeasureSource['take'],
    row: RowPlace,
  ): void {
    const group = this.groupOf(place);
    const slot = group.get(measure.id);
    if (slot === undefined) {
      const { countyCode, schoolYear, unitId, stage, sheet } = place;
      const fact = { countyCode, schoolYear, unitId, stage, measure: measure.id, value, sheet, row: place.row, column };
      group.set(measure.id, { fact, take });
      return;
    }
    const { fact } = slot;
    switch (take) {
      case 'sum':
      case 'count':
        fact.value += value;
        return;
      case 'max':
        fact.value = Math.max(fact.value, value);
        return;
      case 'min':
        fact.value = Math.min(fact.value, value);
        return;
      case 'first':
        return;
      default:
        row.report('value-twice', column, String(value), {
          field: measure.words,
          row: `${fact.row} (${columnLetter(fact.column)})`,
          other: fact.value,
        });
    }
  }

  *facts(): Generator<MappedFact> {
    for (const group of this.groups.values()) {
      for (const slot of group.values()) {
        yield slot.fact;
      }
    }
  }

  private groupOf(place: FactPlace): Map<string, Slot> {
    const key = `${place.countyCode}\n${place.unitId}\n${place.stage}\n${place.schoolYear}`;
    if (key !== this.lastKey) {
      let group = this.groups.get(key);
      if (group === undefined) {
        group = new Map();
        this.groups.set(key, group);
      }
      this.lastKey = key;
      this.last = group;
    }
    return this.last;
  }
}
