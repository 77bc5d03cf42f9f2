import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floatingCatchment, reachByStage } from './index.ts';

const far = Number.POSITIVE_INFINITY;

describe('floating catchments', () => {
  const byHand = {
    places: 2,
    schools: 2,
    children: new Float64Array([100, 200]),
    seats: new Float64Array([60, 40]),
    distance: new Float64Array([300, 900, 500, 100]),
    reach: 500,
    decay: 'even',
  } as const;

  it('gives the example worked by hand', () => {
    const { seatsPerChild, schoolRatio } = floatingCatchment(byHand);
    expect([...schoolRatio]).toEqual([0.2, 0.2]);
    expect([...seatsPerChild]).toEqual([0.2, 0.4]);
  });

  it('weighs by the Gaussian curve: 1 next door, 0.7014 half way, 0 at the edge', () => {
    const one = (distance: number) =>
      floatingCatchment({
        places: 2,
        schools: 1,
        children: new Float64Array([1, 0]),
        seats: new Float64Array([1]),
        distance: new Float64Array([0, distance]),
        reach: 1000,
        decay: 'gaussian',
      }).seatsPerChild[1];
    expect(one(0)).toBe(1);
    // (e^-0.125 - e^-0.5) / (1 - e^-0.5)
    expect(one(500)).toBeCloseTo(0.70137, 4);
    expect(one(1000)).toBe(0);
  });

  it('hands out every seat of the schools that somebody reaches, and no other', () => {
    const problem = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
      .chain(([places, schools]) =>
        fc.record({
          places: fc.constant(places),
          schools: fc.constant(schools),
          children: amounts(places),
          seats: amounts(schools),
          distance: amounts(places * schools),
          reach: fc.integer({ min: 1, max: 60 }),
          decay: fc.constantFrom('even' as const, 'gaussian' as const),
        }),
      );
    fc.assert(
      fc.property(problem, (given) => {
        const { seatsPerChild, schoolRatio } = floatingCatchment(given);
        const handed = seatsPerChild.reduce((sum, score, p) => sum + score * (given.children[p] ?? 0), 0);
        const reached = given.seats.reduce((sum, seats, s) => (Number.isNaN(schoolRatio[s]) ? sum : sum + seats), 0);
        expect(handed).toBeCloseTo(reached, 6);
        const doubled = floatingCatchment({ ...given, seats: given.seats.map((seats) => 2 * seats) });
        doubled.seatsPerChild.forEach((score, p) => expect(score).toBeCloseTo(2 * (seatsPerChild[p] ?? 0), 9));
      }),
    );
  });

  it('refuses what is no problem', () => {
    expect(() => floatingCatchment({ ...byHand, reach: 0 })).toThrow('reach');
    expect(() => floatingCatchment({ ...byHand, seats: new Float64Array([1, -1]) })).toThrow('seats');
  });
});

function amounts(length: number) {
  return fc
    .array(fc.integer({ min: 0, max: 50 }), { minLength: length, maxLength: length })
    .map((list) => Float64Array.from(list));
}

describe('the way by stage', () => {
  it('takes the nearest school that has the stage', () => {
    const [primary, junior] = reachByStage({
      places: 3,
      schools: 2,
      stages: 2,
      children: new Float64Array([10, 0, 30, 5, 20, 5]),
      offers: new Uint8Array([1, 0, 1, 1]),
      distance: new Float64Array([100, 900, 400, 300, far, far]),
      limit: new Float64Array([250, far]),
    });
    expect(primary).toMatchObject({ mean: 250, median: 300, farthest: 300, within: 10, beyond: 30, unreached: 20 });
    expect([...(primary?.nearest ?? [])]).toEqual([0, 1, -1]);
    expect(junior).toMatchObject({ mean: 300, farthest: 300, within: 5, beyond: 0, unreached: 5 });
  });

  it('has nothing to say without children', () => {
    const [only] = reachByStage({
      places: 1,
      schools: 1,
      stages: 1,
      children: new Float64Array([0]),
      offers: new Uint8Array([1]),
      distance: new Float64Array([5]),
      limit: new Float64Array([1]),
    });
    expect(only?.mean).toBeNaN();
    expect(only?.median).toBeNaN();
  });
});
