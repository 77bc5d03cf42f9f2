import type { Cell } from '#engines/sheets';
import type { Measure } from '#standards';
import { isBlank, textOf } from './cell-text.ts';
import { parseNumber } from './parse-number.ts';
import { fault, refuseUnusable } from './read-field.ts';
import type { RowPlace } from './row-place.ts';
import { scale, unitFactor } from './unit-factor.ts';
import { hasFractionOfFen, wholeFen } from './whole-fen.ts';

/**
 * Reads one measured number into the measure's own unit.
 *
 * @param printedUnit The unit of the column, such as 万元; a unit written in the cell itself goes before it.
 * @returns undefined where the cell says nothing, which is never zero; `fault` where it was refused and reported.
 */
export function readMeasure(
  measure: Measure,
  cell: Cell,
  column: number,
  printedUnit: string | undefined,
  place: RowPlace,
  blanks: ReadonlySet<string>,
): number | undefined | typeof fault {
  if (isBlank(cell, blanks)) {
    return undefined;
  }
  if (refuseUnusable(cell, column, measure.words, place)) {
    return fault;
  }
  let value: number;
  let unit = printedUnit;
  if (typeof cell === 'object' && typeof cell?.value === 'number') {
    value = cell.value;
  } else {
    const reading = parseNumber(textOf(cell));
    if (reading.kind !== 'number') {
      place.report(reading.kind, column, cell, { field: measure.words });
      return fault;
    }
    value = reading.value;
    unit = reading.unit ?? printedUnit;
  }
  if (unit !== undefined) {
    const factor = unitFactor(unit, measure.unit);
    if (factor === undefined) {
      place.report('wrong-unit', column, cell, { field: measure.words, unit, wanted: measure.unit });
      return fault;
    }
    value = scale(value, factor);
  }
  return judgeMeasure(measure, value, cell, column, place);
}

/** Reports a number that cannot be right for the measure; money comes back in whole fen. */
export function judgeMeasure(
  measure: Measure,
  value: number,
  cell: Cell,
  column: number,
  place: RowPlace,
): number | typeof fault {
  if (measure.kind === 'count' && !Number.isInteger(value)) {
    place.report('not-whole', column, cell, { field: measure.words });
    return fault;
  }
  const [low, high] = measure.range;
  if (!(value >= low && value <= high)) {
    place.report('out-of-range', column, cell, { field: measure.words, low, high });
    return fault;
  }
  if (measure.kind !== 'money') return value;
  const yuan = wholeFen(value);
  if (hasFractionOfFen(value)) {
    place.report('fraction-of-a-fen', column, cell, { field: measure.words, given: value, kept: yuan });
  }
  return yuan;
}
