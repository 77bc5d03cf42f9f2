import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateNumbers, evaluateTruths, type Frame } from './evaluate-term.ts';
import { exactNumber } from './exact-term.ts';
import { rationalOf } from './rational.ts';
import type { Term } from './term.ts';
import { numberAt, truthAt, unknown } from './vector.ts';

/** Formulas over two columns `a` and `b`, as trees. */
const at = { start: 0, end: 0, type: 'number', dimension: null } as const;
const column = (measure: 'a' | 'b'): Term => ({ op: 'unitMeasure', measure, stage: 'all', ...at });
const constant = (value: number): Term => ({ op: 'constant', value, ...at });
const truth = { ...at, type: 'boolean' } as const;

const { formula, condition } = fc.letrec<{ formula: Term; condition: Term }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom(column('a'), column('b')),
    fc.integer({ min: -20, max: 20 }).map(constant),
    fc
      .tuple(fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const), tie('formula'), tie('formula'))
      .map(([operator, left, right]): Term => ({ op: 'arithmetic', operator, left, right, ...at })),
    tie('formula').map((operand): Term => ({ op: 'negate', operand, ...at })),
    fc
      .tuple(fc.constantFrom('min' as const, 'max' as const, 'coalesce' as const), tie('formula'), tie('formula'))
      .map(([name, left, right]): Term => ({ op: 'apply', name, args: [left, right], ...at })),
    tie('formula').map((operand): Term => ({ op: 'apply', name: 'abs', args: [operand], ...at })),
    fc
      .tuple(tie('condition'), tie('formula'), tie('formula'))
      .map(([test, consequent, otherwise]): Term => ({ op: 'if', condition: test, consequent, otherwise, ...at })),
  ),
  condition: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc
      .tuple(fc.constantFrom('<' as const, '<=' as const, '=' as const, '!=' as const), tie('formula'), tie('formula'))
      .map(([operator, left, right]): Term => ({ op: 'comparison', operator, left, right, ...truth })),
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), tie('condition'), tie('condition'))
      .map(([operator, left, right]): Term => ({ op: 'logical', operator, left, right, ...truth })),
    tie('condition').map((operand): Term => ({ op: 'not', operand, ...truth })),
    tie('formula').map((operand): Term => ({ op: 'apply', name: 'reported', args: [operand], ...truth })),
  ),
}));

interface Row {
  readonly a: number | null;
  readonly b: number | null;
}

/** The meaning of a formula, said once more and as plainly as possible: null = not reported. */
const meaning = (term: Term, row: Row): number | null => {
  switch (term.op) {
    case 'constant':
      return Number(term.value);
    case 'unitMeasure':
      return term.measure === 'a' ? row.a : row.b;
    case 'negate': {
      const value = meaning(term.operand, row);
      return value === null ? null : -value;
    }
    case 'arithmetic': {
      const [x, y] = [meaning(term.left, row), meaning(term.right, row)];
      if (x === null || y === null || (term.operator === '/' && y === 0)) return null;
      return { '+': x + y, '-': x - y, '*': x * y, '/': x / y }[term.operator];
    }
    case 'if': {
      const test = truthOf(term.condition, row);
      return test === null ? null : meaning(test ? term.consequent : term.otherwise, row);
    }
    case 'apply': {
      const values = term.args.map((arg) => meaning(arg, row));
      if (term.name === 'coalesce') return values.find((value) => value !== null) ?? null;
      const known = values.filter((value) => value !== null);
      if (known.length < values.length) return null;
      return term.name === 'abs'
        ? Math.abs(known[0] ?? 0)
        : term.name === 'min'
          ? Math.min(...known)
          : Math.max(...known);
    }
    default:
      return null;
  }
};

const truthOf = (term: Term, row: Row): boolean | null => {
  switch (term.op) {
    case 'comparison': {
      const [x, y] = [meaning(term.left, row), meaning(term.right, row)];
      if (x === null || y === null) return null;
      return { '<': x < y, '<=': x <= y, '=': x === y, '!=': x !== y, '>': x > y, '>=': x >= y }[term.operator];
    }
    case 'logical': {
      const sides = [truthOf(term.left, row), truthOf(term.right, row)];
      const decisive = term.operator === 'or';
      return sides.includes(decisive) ? decisive : sides.includes(null) ? null : !decisive;
    }
    case 'not': {
      const value = truthOf(term.operand, row);
      return value === null ? null : !value;
    }
    case 'apply':
      return term.args.every((arg) => meaning(arg, row) !== null);
    default:
      return null;
  }
};

const cell = fc.option(
  fc.integer({ min: -50, max: 50 }).map((value) => value / 4),
  { freq: 5 },
);
const rows = fc.array(fc.record({ a: cell, b: cell }), { minLength: 1, maxLength: 12 });
const frameOf = (table: readonly Row[]): Frame => ({
  size: table.length,
  numbersOf: (leaf) =>
    Float64Array.from(
      table,
      (row) => (leaf.op === 'unitMeasure' && leaf.measure === 'a' ? row.a : row.b) ?? Number.NaN,
    ),
  attributeOf: () => [],
});

describe('formulas over columns', () => {
  it('mean row by row what the language says', () => {
    fc.assert(
      fc.property(formula, rows, (term, table) => {
        const numbers = evaluateNumbers(term, frameOf(table));
        table.forEach((row, index) => expect(numberAt(numbers, index)).toBe(meaning(term, row) ?? Number.NaN));
      }),
      { numRuns: 1000 },
    );
  });

  it('conditions are true, false or not known', () => {
    fc.assert(
      fc.property(condition, rows, (term, table) => {
        const truths = evaluateTruths(term, frameOf(table));
        table.forEach((row, index) => {
          const expected = truthOf(term, row);
          expect(truthAt(truths, index)).toBe(expected === null ? unknown : Number(expected));
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('exact fractions agree with the columns', () => {
    fc.assert(
      fc.property(formula, fc.record({ a: cell, b: cell }), (term, row) => {
        const exact = exactNumber(term, {
          leaf: (leaf) => rationalOf((leaf.op === 'unitMeasure' && leaf.measure === 'a' ? row.a : row.b) ?? Number.NaN),
          truth: (test) => truthAt(evaluateTruths(test, frameOf([row])), 0),
        });
        const value = meaning(term, row);
        if (value === null || !exact) return;
        const number = Number(exact.above) / Number(exact.below);
        if (Number.isFinite(number))
          expect(Math.abs(number - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
      }),
      { numRuns: 1000 },
    );
  });

  it('rounds whole numbers through the noise of doubles', () => {
    const ceil = (left: number, right: number): number => {
      const product: Term = { op: 'arithmetic', operator: '*', left: constant(left), right: constant(right), ...at };
      return numberAt(
        evaluateNumbers({ op: 'apply', name: 'ceil', args: [product], ...at }, frameOf([{ a: 1, b: 1 }])),
        0,
      );
    };
    expect(0.07 * 100).not.toBe(7);
    expect(ceil(0.07, 100)).toBe(7);
    expect(ceil(0.07, 101)).toBe(8);
  });
});

describe('exact decimals', () => {
  it('are those that were written', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
        fc.integer({ min: 0, max: 6 }),
        (digits, places) => {
          const exact = rationalOf(Number(digits) / 10 ** places);
          expect(exact && exact.above * 10n ** BigInt(places)).toBe(exact && digits * exact.below);
        },
      ),
    );
  });

  it('forget the noise of adding', () => {
    expect(rationalOf(0.1 + 0.2)).toEqual(rationalOf(0.3));
    expect(rationalOf(Number.NaN)).toBeNull();
  });
});
