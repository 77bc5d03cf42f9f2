import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { areaPath, hrefWithin, readAreaPath, readView, screens, withParameters } from './address.ts';

describe('addresses', () => {
  it('reads year, stage and standard, and takes nonsense as absent', () => {
    expect(readView(new URLSearchParams('year=2026&stage=junior&standard=cqb-2017'))).toEqual({
      year: 2026,
      stage: 'junior',
      standard: 'cqb-2017',
    });
    expect(readView(new URLSearchParams('year=next&stage=nursery'))).toEqual({
      year: null,
      stage: null,
      standard: null,
    });
  });

  it('keeps the view when it moves to another page and drops the filters of the old one', () => {
    const current = new URLSearchParams('year=2026&stage=primary&q=abc&trace=x');
    expect(hrefWithin('/areas/1/schools', current, { status: 'notMet' })).toBe(
      '/areas/1/schools?year=2026&stage=primary&status=notMet',
    );
    expect(hrefWithin('/areas/1/schools', current, { stage: null })).toBe('/areas/1/schools?year=2026');
  });

  it('changes some parameters and leaves the input alone', () => {
    const current = new URLSearchParams('a=1&b=2');
    expect(withParameters(current, { a: null, c: 3 }).toString()).toBe('b=2&c=3');
    expect(current.toString()).toBe('a=1&b=2');
  });

  it('names an area and a screen, whatever the code', () => {
    const path = areaPath('local/区 1', 'schools', 'u/1');
    expect(path).toBe('/areas/local%2F%E5%8C%BA%201/schools/u%2F1');
    expect(readAreaPath(path)).toEqual({ area: 'local/区 1', screen: 'schools' });
    expect(readAreaPath('/standards/x')).toBeNull();
  });
});

describe('the catalogue of clauses', () => {
  it('points only at screens that exist', () => {
    const catalogue = parse(readFileSync('policies/clauses.yaml', 'utf8')) as {
      clauses: readonly { links: { screens?: readonly string[] } }[];
    };
    const pointed = catalogue.clauses.flatMap(({ links }) => links.screens ?? []);
    expect(pointed.length).toBeGreaterThan(40);
    expect(pointed.filter((one) => one !== 'standards' && !screens.some((screen) => screen === one))).toEqual([]);
  });
});
