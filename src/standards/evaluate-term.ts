import type { ArithmeticOperator, ComparisonOperator } from './expression.ts';
import type { FunctionName } from './functions.ts';
import type { AttributeValue } from './input.ts';
import type { Term } from './term.ts';
import { type Numbers, no, numberAt, type Truths, truthAt, unknown, yes } from './vector.ts';

/** Rows over which a formula is evaluated at once: some schools, or some areas. */
export interface Frame {
  readonly size: number;
  /** The numbers of a term that is not computed from others: a measure, a parameter, an aggregate. */
  readonly numbersOf: (leaf: Term) => Numbers;
  readonly attributeOf: (attribute: string) => readonly AttributeValue[];
  /** A quicker way than reading the attribute: whether it is one of these texts; not known where it has no value. */
  readonly attributeIsAmong?: (attribute: string, texts: readonly AttributeValue[]) => Truths;
}

/**
 * Evaluates a number formula over every row of a frame.
 *
 * @remarks Not reported (NaN) stays not reported through every operation; division by zero is "not reported" too. `min` and
 * `max` need all their arguments; `coalesce` takes the first that is reported. `ceil` and `floor` take a number within a
 * billionth of a whole number as that number. Cost: one pass per operation.
 */
export const evaluateNumbers = (term: Term, frame: Frame): Numbers => {
  switch (term.op) {
    case 'constant':
      return typeof term.value === 'number' ? term.value : Number.NaN;
    case 'negate':
      return mapNumbers(evaluateNumbers(term.operand, frame), (value) => -value);
    case 'arithmetic': {
      const left = evaluateNumbers(term.left, frame);
      const right = evaluateNumbers(term.right, frame);
      return arithmetic(term.operator, left, right, spare(term.left, left) ?? spare(term.right, right), frame.size);
    }
    case 'if':
      return choose(
        evaluateTruths(term.condition, frame),
        evaluateNumbers(term.consequent, frame),
        evaluateNumbers(term.otherwise, frame),
        frame.size,
      );
    case 'apply':
      return applyFunction(
        term.name,
        term.args.map((arg) => evaluateNumbers(arg, frame)),
        frame.size,
      );
    case 'attribute': {
      const values = frame.attributeOf(term.attribute);
      const numbers = new Float64Array(frame.size);
      for (let row = 0; row < frame.size; row++) {
        const value = values[row];
        numbers[row] = typeof value === 'number' ? value : Number.NaN;
      }
      return numbers;
    }
    default:
      return frame.numbersOf(term);
  }
};

/** Whether a number formula is computed into an array of its own, which whoever asked may then write over. */
export const isComputed = (term: Term): boolean => term.op === 'arithmetic' || term.op === 'if' || term.op === 'negate';

/** The array of a computed operand, to be written over: a new array an operation costs more than the operation. */
const spare = (term: Term, numbers: Numbers): Float64Array | null =>
  typeof numbers !== 'number' && isComputed(term) ? numbers : null;

/** Evaluates a condition over every row. "Not known" follows from anything not reported, unless the rest decides. */
export const evaluateTruths = (term: Term, frame: Frame): Truths => {
  switch (term.op) {
    case 'constant':
      return term.value === true ? yes : no;
    case 'attribute': {
      const values = frame.attributeOf(term.attribute);
      return fillTruths(frame.size, (row) => {
        const value = values[row];
        return typeof value === 'boolean' ? Number(value) : unknown;
      });
    }
    case 'not': {
      const truths = evaluateTruths(term.operand, frame);
      return typeof truths === 'number' ? negated(truths) : truths.map(negated);
    }
    case 'logical':
      return logical(term.operator, evaluateTruths(term.left, frame), evaluateTruths(term.right, frame), frame.size);
    case 'comparison':
      return compareTerms(term.operator, term.left, term.right, frame);
    case 'in':
      if (term.operand.op === 'attribute' && term.operand.type === 'text') {
        const texts = constantsOf(term.items);
        if (texts) return isAmong(term.operand.attribute, texts, frame);
      }
      return term.items
        .map((item) => compareTerms('=', term.operand, item, frame))
        .reduce((left, right) => logical('or', left, right, frame.size), no as Truths);
    case 'if': {
      const condition = evaluateTruths(term.condition, frame);
      const then = evaluateTruths(term.consequent, frame);
      const otherwise = evaluateTruths(term.otherwise, frame);
      return fillTruths(frame.size, (row) => {
        const truth = truthAt(condition, row);
        return truth === unknown ? unknown : truthAt(truth === yes ? then : otherwise, row);
      });
    }
    case 'apply': {
      const [argument] = term.args;
      if (!argument) return unknown;
      const numbers = evaluateNumbers(argument, frame);
      return fillTruths(frame.size, (row) => (Number.isNaN(numberAt(numbers, row)) ? no : yes));
    }
    default:
      return unknown;
  }
};

const mapNumbers = (numbers: Numbers, change: (value: number) => number): Numbers =>
  typeof numbers === 'number' ? change(numbers) : numbers.map(change);

const fillTruths = (size: number, truthOf: (row: number) => number): Uint8Array => {
  const truths = new Uint8Array(size);
  for (let row = 0; row < size; row++) truths[row] = truthOf(row);
  return truths;
};

const negated = (truth: number): number => (truth === unknown ? unknown : 1 - truth);

/** One loop per operator, so that the engine can compile each to plain machine arithmetic. */
const arithmetic = (
  operator: ArithmeticOperator,
  left: Numbers,
  right: Numbers,
  into: Float64Array | null,
  size: number,
): Numbers => {
  if (typeof left === 'number' && typeof right === 'number') return operate(operator, left, right);
  const result = into ?? new Float64Array(size);
  const a = typeof left === 'number' ? null : left;
  const b = typeof right === 'number' ? null : right;
  const a0 = typeof left === 'number' ? left : 0;
  const b0 = typeof right === 'number' ? right : 0;
  switch (operator) {
    case '+':
      for (let i = 0; i < size; i++) result[i] = (a ? (a[i] as number) : a0) + (b ? (b[i] as number) : b0);
      return result;
    case '-':
      for (let i = 0; i < size; i++) result[i] = (a ? (a[i] as number) : a0) - (b ? (b[i] as number) : b0);
      return result;
    case '*':
      for (let i = 0; i < size; i++) result[i] = (a ? (a[i] as number) : a0) * (b ? (b[i] as number) : b0);
      return result;
    case '/':
      for (let i = 0; i < size; i++) {
        const divisor = b ? (b[i] as number) : b0;
        result[i] = divisor === 0 ? Number.NaN : (a ? (a[i] as number) : a0) / divisor;
      }
      return result;
  }
};

const operate = (operator: ArithmeticOperator, a: number, b: number): number => {
  if (operator === '+') return a + b;
  if (operator === '-') return a - b;
  if (operator === '*') return a * b;
  return b === 0 ? Number.NaN : a / b;
};

const choose = (condition: Truths, then: Numbers, otherwise: Numbers, size: number): Numbers => {
  const result = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    const truth = truthAt(condition, row);
    result[row] = truth === unknown ? Number.NaN : numberAt(truth === yes ? then : otherwise, row);
  }
  return result;
};

/** Floating-point noise must not add a room: 3.0000000000000004 rooms are 3. */
const nearWhole = 1e-9;

const roundWith = (round: (value: number) => number, value: number): number => {
  const whole = Math.round(value);
  return Math.abs(value - whole) <= nearWhole * Math.max(1, Math.abs(whole)) ? whole : round(value);
};

const applyFunction = (name: FunctionName, args: readonly Numbers[], size: number): Numbers => {
  const [first = Number.NaN, ...rest] = args;
  const fold = (combine: (a: number, b: number) => number): Numbers =>
    rest.reduce<Numbers>((left, right) => {
      if (typeof left === 'number' && typeof right === 'number') return combine(left, right);
      const result = new Float64Array(size);
      for (let row = 0; row < size; row++) result[row] = combine(numberAt(left, row), numberAt(right, row));
      return result;
    }, first);
  switch (name) {
    case 'min':
      return fold((a, b) => Math.min(a, b));
    case 'max':
      return fold((a, b) => Math.max(a, b));
    case 'coalesce':
      return fold((a, b) => (Number.isNaN(a) ? b : a));
    case 'ceil':
      return mapNumbers(first, (value) => roundWith(Math.ceil, value));
    case 'floor':
      return mapNumbers(first, (value) => roundWith(Math.floor, value));
    case 'abs':
      return mapNumbers(first, Math.abs);
    case 'reported':
      return Number.NaN;
  }
};

/** `and` and `or` of 0 = no, 1 = yes, 2 = not known, at 3 × left + right. */
const truthTables = {
  and: Uint8Array.of(0, 0, 0, 0, 1, 2, 0, 2, 2),
  or: Uint8Array.of(0, 1, 2, 1, 1, 1, 2, 1, 2),
} as const;

const logical = (operator: 'and' | 'or', left: Truths, right: Truths, size: number): Truths => {
  const table = truthTables[operator];
  if (typeof left === 'number' && typeof right === 'number') return table[3 * left + right] as number;
  const truths = new Uint8Array(size);
  for (let row = 0; row < size; row++) truths[row] = table[3 * truthAt(left, row) + truthAt(right, row)] as number;
  return truths;
};

const compareTerms = (operator: ComparisonOperator, left: Term, right: Term, frame: Frame): Truths => {
  if (left.type === 'text') return compareTexts(operator, left, right, frame);
  if (left.type === 'boolean') {
    const a = evaluateTruths(left, frame);
    const b = evaluateTruths(right, frame);
    return fillTruths(frame.size, (row) => {
      const x = truthAt(a, row);
      const y = truthAt(b, row);
      return x === unknown || y === unknown ? unknown : Number((x === y) === (operator === '='));
    });
  }
  const a = evaluateNumbers(left, frame);
  const b = evaluateNumbers(right, frame);
  const truths = new Uint8Array(frame.size);
  for (let row = 0; row < frame.size; row++) truths[row] = compareNumbers(operator, numberAt(a, row), numberAt(b, row));
  return truths;
};

export const compareNumbers = (operator: ComparisonOperator, a: number, b: number): number => {
  if (Number.isNaN(a) || Number.isNaN(b)) return unknown;
  switch (operator) {
    case '=':
      return Number(a === b);
    case '!=':
      return Number(a !== b);
    case '<':
      return Number(a < b);
    case '<=':
      return Number(a <= b);
    case '>':
      return Number(a > b);
    case '>=':
      return Number(a >= b);
  }
};

const isAmong = (attribute: string, texts: readonly AttributeValue[], frame: Frame): Truths => {
  if (frame.attributeIsAmong) return frame.attributeIsAmong(attribute, texts);
  const values = frame.attributeOf(attribute);
  return fillTruths(frame.size, (row) => {
    const value = values[row] ?? null;
    return value === null ? unknown : Number(texts.includes(value));
  });
};

/** The values of terms that are all constants; null where one is not. */
const constantsOf = (terms: readonly Term[]): readonly AttributeValue[] | null => {
  const values = terms.flatMap((term) => (term.op === 'constant' ? [term.value] : []));
  return values.length === terms.length ? values : null;
};

const compareTexts = (operator: ComparisonOperator, left: Term, right: Term, frame: Frame): Truths => {
  const textsOf = (term: Term): ((row: number) => AttributeValue) => {
    if (term.op === 'constant') return () => term.value;
    const values = term.op === 'attribute' ? frame.attributeOf(term.attribute) : [];
    return (row) => values[row] ?? null;
  };
  if (left.op === 'attribute' && right.op === 'constant') {
    const equal = isAmong(left.attribute, [right.value], frame);
    if (operator === '=') return equal;
    return typeof equal === 'number' ? negated(equal) : equal.map(negated);
  }
  const a = textsOf(left);
  const b = textsOf(right);
  return fillTruths(frame.size, (row) => {
    const x = a(row);
    const y = b(row);
    return x === null || y === null ? unknown : Number((x === y) === (operator === '='));
  });
};
