import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded, shuffled } from '#markets';
import { balanceClasses, type ClassesProblem } from './index.ts';

function invent(seed: number, pupils: number, classes: number, twins: number, apart: number): ClassesProblem {
  const next = seeded(seed);
  return {
    pupils,
    classes,
    attributes: [
      Int32Array.from({ length: pupils }, () => (next(100) < 53 ? 0 : 1)),
      Int32Array.from({ length: pupils }, () => next(3) - 1),
      Int32Array.from({ length: pupils }, () => next(4)),
    ],
    score: Float64Array.from({ length: pupils }, () => (next(9) === 0 ? Number.NaN : next(60) + next(60))),
    together: Int32Array.from({ length: pupils }, (_, i) => (i < 2 * twins ? i >> 1 : -1)),
    apart: Int32Array.from({ length: 2 * apart }, (_, k) => pupils - 2 * apart + k),
    lottery: shuffled(pupils, next),
  };
}

/** Size gap beyond 1, pairs not apart, pupils beyond what integers allow: written from the rules alone. */
function faults({ pupils, classes, attributes, apart }: ClassesProblem, classOf: ArrayLike<number>): number[] {
  const own = Array.from({ length: classes }, (_, c) =>
    Array.from({ length: pupils }, (_pupil, i) => i).filter((i) => classOf[i] === c),
  );
  const sizes = own.map(({ length }) => length);
  let together = 0;
  for (let k = 0; k < apart.length; k += 2) {
    if (classOf[apart[k] as number] === classOf[apart[k + 1] as number]) together++;
  }
  let excess = 0;
  for (const values of attributes) {
    for (const value of new Set(values)) {
      if (value < 0) continue;
      const total = values.filter((one) => one === value).length;
      for (const members of own) {
        const count = members.filter((i) => values[i] === value).length;
        excess += Math.max(0, Math.floor(total / classes) - count, count - Math.ceil(total / classes));
      }
    }
  }
  return [Math.max(0, Math.max(...sizes) - Math.min(...sizes) - 1), together, excess];
}

function* everyDivision(problem: ClassesProblem, classOf: number[] = []): Generator<number[]> {
  if (classOf.length === problem.pupils) return yield classOf;
  const i = classOf.length;
  const twin = problem.together.indexOf(problem.together[i] as number);
  const bound = (problem.together[i] as number) >= 0 && twin < i;
  for (let c = 0; c < problem.classes; c++) {
    if (!bound || classOf[twin] === c) yield* everyDivision(problem, [...classOf, c]);
  }
}

const compare = (a: readonly number[], b: readonly number[]) =>
  a.reduce((order, value, k) => order || value - (b[k] as number), 0);

describe('classes', () => {
  it('are as even as any division of a small year, by trying every one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 31 }),
        fc.integer({ min: 2, max: 8 }),
        fc.boolean(),
        (seed, pupils, isThree) => {
          const problem = invent(seed, pupils, isThree && pupils < 8 ? 3 : 2, pupils > 3 ? 1 : 0, pupils > 5 ? 1 : 0);
          const found = balanceClasses(problem);
          let best = [Infinity, 0, 0];
          for (const division of everyDivision(problem)) {
            const own = faults(problem, division);
            if (compare(own, best) < 0) best = own;
          }
          expect(faults(problem, found.classOf)).toEqual(best);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('report what is in them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), fc.integer({ min: 10, max: 60 }), (seed, pupils) => {
        const problem = invent(seed, pupils, 4, 2, 2);
        const { classOf, excess, apartBroken, sizeGap } = balanceClasses(problem, { kicks: 20 });
        const [sizes, together, beyond] = faults(problem, classOf);
        expect([Math.max(0, sizeGap - 1), apartBroken, excess]).toEqual([sizes, together, beyond]);
        expect(sizeGap).toBeLessThanOrEqual(1);
        for (let k = 0; k < 4; k += 2) expect(classOf[k]).toBe(classOf[k + 1]);
      }),
      { numRuns: 40 },
    );
  });

  it('of a whole year: even in every count, mean scores within 0.02 standard deviations', () => {
    const plan = balanceClasses(invent(3, 400, 9, 6, 6));
    expect(plan).toMatchObject({ excess: 0, apartBroken: 0, sizeGap: 1 });
    expect(plan.meanGap).toBeLessThanOrEqual(0.02);
  });

  it('are the same for the same lottery, whatever the order of the list', () => {
    const problem = invent(4, 40, 4, 0, 0);
    const order = shuffled(40, seeded(9));
    const moved: ClassesProblem = {
      ...problem,
      attributes: problem.attributes.map((values) => Int32Array.from(order, (i) => values[i] as number)),
      score: Float64Array.from(order, (i) => problem.score[i] as number),
      lottery: Uint32Array.from(order, (i) => problem.lottery[i] as number),
    };
    const { classOf } = balanceClasses(problem);
    expect([...balanceClasses(moved).classOf]).toEqual([...order].map((i) => classOf[i]));
  });
});

const small = invent(1, 6, 2, 1, 1);
it.each<[string, Partial<ClassesProblem>]>([
  ['no class', { classes: 0 }],
  ['scores of another length', { score: new Float64Array(2) }],
  ['a lottery that is no permutation', { lottery: new Uint32Array(6) }],
  ['half a pair', { apart: Int32Array.of(1) }],
  ['pupils together and apart', { apart: Int32Array.of(0, 1) }],
  ['an attribute below -1', { attributes: [Int32Array.of(-2, 0, 0, 0, 0, 0)] }],
])('%s is refused', (_, change) => {
  expect(() => balanceClasses({ ...small, ...change })).toThrow(RangeError);
});
