import {
  addRationals,
  compareRationals,
  divideRationals,
  floorRational,
  multiplyRationals,
  negateRational,
  type Rational,
  rationalOf,
} from './rational.ts';
import type { Term } from './term.ts';
import { unknown, yes } from './vector.ts';

/** One row of a frame, with exact leaves. */
export interface ExactRow {
  readonly leaf: (term: Term) => Rational | null;
  /** The truth of a condition, as the frame has it. */
  readonly truth: (term: Term) => number;
}

/**
 * The exact value of a number formula for one row, from the decimals that were reported; null where it has none.
 *
 * @remarks Slower than the columns by a thousand times: it decides only the comparisons that lie on the line.
 */
export const exactNumber = (term: Term, row: ExactRow): Rational | null => {
  switch (term.op) {
    case 'constant':
      return typeof term.value === 'number' ? rationalOf(term.value) : null;
    case 'negate': {
      const operand = exactNumber(term.operand, row);
      return operand && negateRational(operand);
    }
    case 'arithmetic': {
      const left = exactNumber(term.left, row);
      const right = exactNumber(term.right, row);
      if (!left || !right) return null;
      if (term.operator === '+') return addRationals(left, right);
      if (term.operator === '-') return addRationals(left, negateRational(right));
      return term.operator === '*' ? multiplyRationals(left, right) : divideRationals(left, right);
    }
    case 'if': {
      const truth = row.truth(term.condition);
      return truth === unknown ? null : exactNumber(truth === yes ? term.consequent : term.otherwise, row);
    }
    case 'apply':
      return applyExactly(term, row);
    default:
      return row.leaf(term);
  }
};

const applyExactly = (term: Term & { op: 'apply' }, row: ExactRow): Rational | null => {
  const values = term.args.map((arg) => exactNumber(arg, row));
  if (term.name === 'coalesce') return values.find((value) => value !== null) ?? null;
  const [first, ...rest] = values;
  if (!first || rest.some((value) => value === null)) return null;
  const others = rest.filter((value) => value !== null);
  switch (term.name) {
    case 'min':
      return others.reduce((a, b) => (compareRationals(a, b) <= 0 ? a : b), first);
    case 'max':
      return others.reduce((a, b) => (compareRationals(a, b) >= 0 ? a : b), first);
    case 'ceil':
      return negateRational(floorRational(negateRational(first)));
    case 'floor':
      return floorRational(first);
    case 'abs':
      return first.above < 0n ? negateRational(first) : first;
    default:
      return null;
  }
};
