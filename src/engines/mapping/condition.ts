import type { Cell } from '#engines/sheets';
import { isBlank, textOf } from './cell-text.ts';
import { matchKey } from './normalize-text.ts';
import { parseNumber } from './parse-number.ts';
import type { Condition } from './profile.ts';

export type RowTest = (cells: readonly Cell[]) => boolean;

/** Compiles conditions that must all hold; `columnOf` finds a column by name or letter, -1 where it is missing. */
export function compileConditions(
  conditions: readonly Condition[],
  columnOf: (source: Condition) => number,
  blanks: ReadonlySet<string>,
): RowTest {
  const tests = conditions.map((condition) => compileCondition(condition, columnOf(condition), blanks));
  return (cells) => tests.every((test) => test(cells));
}

function compileCondition(condition: Condition, column: number, blanks: ReadonlySet<string>): RowTest {
  const list = (given: string | readonly string[] | undefined) =>
    given === undefined ? undefined : new Set((typeof given === 'string' ? [given] : given).map(matchKey));
  const is = list(condition.is);
  const isNot = list(condition.isNot);
  const matches = condition.matches === undefined ? undefined : new RegExp(condition.matches, 'u');
  return (cells) => {
    const cell = cells[column] ?? null;
    const blank = isBlank(cell, blanks);
    const key = matchKey(textOf(cell));
    return (
      (condition.blank === undefined || condition.blank === blank) &&
      (is === undefined || is.has(key)) &&
      (isNot === undefined || !isNot.has(key)) &&
      (matches === undefined || matches.test(textOf(cell))) &&
      (condition.above === undefined || numberOf(cell) > condition.above) &&
      (condition.below === undefined || numberOf(cell) < condition.below)
    );
  };
}

/** NaN, which no bound admits, where the cell holds no number. */
function numberOf(cell: Cell): number {
  if (typeof cell === 'object' && typeof cell?.value === 'number') {
    return cell.value;
  }
  const reading = parseNumber(textOf(cell));
  return reading.kind === 'number' ? reading.value : Number.NaN;
}
