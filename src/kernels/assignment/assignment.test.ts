import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AssignmentProblem, assignAtLeastCost } from './index.ts';

const problems = fc
  .record({ applicants: fc.integer({ min: 0, max: 6 }), schools: fc.integer({ min: 1, max: 4 }) })
  .chain(({ applicants, schools }) =>
    fc.record({
      applicants: fc.constant(applicants),
      schools: fc.constant(schools),
      cost: fc
        .array(
          fc.oneof(
            { weight: 4, arbitrary: fc.integer({ min: -3, max: 9 }) },
            { weight: 1, arbitrary: fc.constant(Infinity) },
          ),
          {
            minLength: applicants * schools,
            maxLength: applicants * schools,
          },
        )
        .map((cells) => Float64Array.from(cells)),
      seats: fc.array(fc.nat(3), { minLength: schools, maxLength: schools }).map((cells) => Int32Array.from(cells)),
    }),
  );

/** The least cost by trying everything; Infinity where not everybody can have a seat. */
function leastCost({ applicants, schools, cost, seats }: AssignmentProblem, i = 0, left = [...seats]): number {
  if (i === applicants) return 0;
  let least = Infinity;
  for (let s = 0; s < schools; s++) {
    if (left[s] === 0) continue;
    left[s] = (left[s] as number) - 1;
    const rest = leastCost({ applicants, schools, cost, seats }, i + 1, left);
    left[s] = (left[s] as number) + 1;
    least = Math.min(least, (cost[i * schools + s] as number) + rest);
  }
  return least;
}

describe('the least cost', () => {
  it('is that of trying everything, and the bound meets it', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(problems, (problem) => {
        const found = assignAtLeastCost(problem);
        kinds.add(found.kind);
        const least = leastCost(problem);
        expect(found.kind).toBe(least === Infinity ? 'infeasible' : 'optimal');
        if (found.kind === 'infeasible') return;
        expect(found.cost).toBe(least);
        expect(found.bound).toBe(least);
        const held = new Int32Array(problem.schools);
        for (const s of found.school) held[s] = (held[s] as number) + 1;
        held.forEach((count, s) => {
          expect(count).toBeLessThanOrEqual(problem.seats[s] as number);
          if (count < (problem.seats[s] as number)) expect(found.price[s]).toBe(0);
          expect(found.price[s]).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 500 },
    );
    expect([...kinds].sort()).toEqual(['infeasible', 'optimal']);
  });

  it('names applicants who are more than the seats they may have', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const found = assignAtLeastCost(problem);
        if (found.kind === 'optimal') return;
        expect(found.applicants.length).toBeGreaterThan(found.seats);
        expect(found.schools.reduce((sum, s) => sum + (problem.seats[s] as number), 0)).toBe(found.seats);
        for (const i of found.applicants) {
          for (let s = 0; s < problem.schools; s++) {
            if (!found.schools.includes(s)) expect(problem.cost[i * problem.schools + s]).toBe(Infinity);
          }
        }
      }),
    );
  });

  it('does not depend on the order of the applicants', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 99 })),
        (applicants, stream) => {
          const rows = Array.from({ length: applicants }, () => [0, 1, 2].map(() => stream.next().value as number));
          const seats = Int32Array.of(applicants, 5, 7);
          const costOf = (order: readonly number[][]) =>
            assignAtLeastCost({ applicants, schools: 3, cost: Float64Array.from(order.flat()), seats });
          expect(costOf(rows)).toMatchObject({ kind: 'optimal' });
          const [one, other] = [costOf(rows), costOf(rows.toReversed())];
          expect(one.kind === 'optimal' && other.kind === 'optimal' && one.cost === other.cost).toBe(true);
        },
      ),
    );
  });
});

it.each([
  ['cost of another length', { cost: new Float64Array(3) }],
  ['seats of another length', { seats: Int32Array.of(1) }],
  ['seats below zero', { seats: Int32Array.of(1, -1) }],
  ['a cost that is no number', { cost: Float64Array.of(1, Number.NaN, 1, 1) }],
])('%s is refused', (_, change) => {
  const problem = { applicants: 2, schools: 2, cost: new Float64Array(4), seats: Int32Array.of(1, 1) };
  expect(() => assignAtLeastCost({ ...problem, ...change })).toThrow(RangeError);
});
