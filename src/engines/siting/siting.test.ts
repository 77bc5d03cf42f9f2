import { describe, expect, it } from 'vitest';
import { planSites, planZones, readShape, type SitingFile, sitingFile, type ZoningFile, zoningFile } from './index.ts';

const county: SitingFile = {
  goal: 'way',
  open: 2,
  places: [
    { id: 'a', children: 10 },
    { id: 'b', children: 20 },
    { id: 'c', children: 30 },
  ],
  sites: [
    { id: 'old', seats: 30, existing: true },
    { id: 'new', seats: 40, costFen: 500 },
    { id: 'dear', seats: 90, costFen: 9000 },
  ],
  ways: [
    ...[100, 900, 700].map((metres, i) => ({ from: 'a', to: ['old', 'new', 'dear'][i] ?? '', metres })),
    ...[400, 500, 300].map((metres, i) => ({ from: 'b', to: ['old', 'new', 'dear'][i] ?? '', metres })),
    ...[900, 200, 100].map((metres, i) => ({ from: 'c', to: ['old', 'new', 'dear'][i] ?? '', metres })),
  ],
};

describe('sites of a file', () => {
  it('are the nearest, with ways and children', () => {
    expect(planSites(county)).toMatchObject({
      outcome: 'planned',
      value: 10_000,
      bound: 10_000,
      ended: 'proved',
      sites: [
        { id: 'old', existing: true, children: 10, farthestMetres: 100 },
        { id: 'dear', existing: false, children: 50, farthestMetres: 300 },
      ],
      meanMetres: 167,
      farthestMetres: 300,
    });
  });

  it('keep to budget, seats, limit and cost', () => {
    expect(planSites({ ...county, budgetFen: 500 }).sites.map(({ id }) => id)).toEqual(['old', 'new']);
    const seated = planSites({ ...county, goal: 'wayWithinSeats', budgetFen: 500 });
    expect(seated.places.map(({ site }) => site)).toEqual(['old', 'old', 'new']);
    const costed = planSites({ ...county, goal: 'costWithinSeats', fenPerChildMetre: 0.1 });
    expect(costed).toMatchObject({ value: 500 + 100 + 800 + 600, gapShare: expect.closeTo(0, 6) });
    expect(planSites({ ...county, goal: 'reach', limitMetres: 250, budgetFen: 500 })).toMatchObject({
      value: 40,
      bound: 40,
      places: [{ site: 'old' }, { site: null, metres: null }, { site: 'new' }],
    });
  });

  it('say which rule stands against a plan', () => {
    expect(planSites({ ...county, limitMetres: 250 })).toMatchObject({
      outcome: 'infeasible',
      broken: { rule: 'unreachable', ids: ['b'] },
    });
    expect(planSites({ ...county, goal: 'wayWithinSeats', open: 1 })).toMatchObject({ broken: { rule: 'capacity' } });
  });

  it('refuse what is wrong in the file with its place', () => {
    const refusal = (file: SitingFile) => {
      try {
        planSites(file);
      } catch (error) {
        return String(error);
      }
      return 'accepted';
    };
    expect(refusal({ ...county, ways: [] })).toContain('siting.noWay');
    expect(refusal({ ...county, places: [...county.places, { id: 'a', children: 1 }] })).toContain('siting.twice');
    expect(refusal({ ...county, ways: [{ from: 'x', to: 'old', metres: 1 }] })).toContain('ways[0].from names x');
    expect(refusal({ ...county, goal: 'costWithinSeats' })).toContain('siting.lacking');
    expect(refusal({ ...county, places: [{ id: 'a', children: 1, lng: 31, lat: 89 }] })).toContain('siting.swapped');
    expect(() => readShape(sitingFile, '{', 'f.json')).toThrow('siting.notJson');
    expect(() => readShape(sitingFile, JSON.stringify({ ...county, places: [{ id: 'a' }] }), 'f.json')).toThrow(
      'places[0].children',
    );
  });
});

const map: ZoningFile = {
  units: [
    { id: 'A', children: 30, neighbours: ['B'], today: 's1', lng: 117, lat: 31 },
    { id: 'B', children: 40, neighbours: ['C'], today: 's1', lng: 117.01, lat: 31 },
    { id: 'C', children: 50, neighbours: [], today: 's2', lng: 117.02, lat: 31 },
  ],
  schools: [
    { id: 's1', unit: 'A', seats: 60, lng: 117, lat: 31 },
    { id: 's2', unit: 'C', seats: 90, least: 45, lng: 117.02, lat: 31 },
  ],
};

describe('zones of a file', () => {
  it('keep seats and say who changes', () => {
    expect(planZones(map, { tries: 4000 })).toMatchObject({
      outcome: 'planned',
      zones: [
        { school: 's1', units: 1, children: 30, misses: 0 },
        { school: 's2', units: 2, children: 90, misses: 0 },
      ],
      units: [{ isMoved: false }, { school: 's2', isMoved: true }, { isMoved: false }],
      movedChildren: 40,
    });
  });

  it('name the rule, and refuse unknown ids', () => {
    const small = { ...map, schools: map.schools.map((one) => ({ ...one, seats: 55 })) };
    expect(planZones(small)).toMatchObject({ outcome: 'infeasible', broken: { rule: 'seats', ids: ['s1', 's2'] } });
    expect(() => planZones({ ...map, schools: map.schools.map((one) => ({ ...one, unit: 'Z' })) })).toThrow('Z');
    expect(readShape(zoningFile, JSON.stringify(map), 'f.json')).toEqual(map);
  });
});
