import { expect, test } from 'vitest';
import { generateDemo } from './generate-demo.ts';
import type { DemoCounty } from './model.ts';
import { AreaSums } from './sum-areas.ts';

test('a city reports the sums of its counties, and means where a county reports a mean', () => {
  const sums = new AreaSums();
  const counties: DemoCounty[] = [];
  for (const part of generateDemo({ size: 'city', seed: 2, years: [2026], detail: 'facts' })) {
    if ('units' in part) {
      counties.push(part);
      sums.add(part);
    } else {
      sums.know(part.area);
    }
  }
  const own = (county: DemoCounty | undefined, measure: string) =>
    county?.years[0]?.facts.find((fact) => fact.unitId === '' && fact.measure === measure)?.value ?? Number.NaN;
  const [province, city] = [...sums.areas()];
  expect(city?.area.code).toBe('900100');
  const total = counties.reduce((sum, county) => sum + own(county, 'residentPopulation'), 0);
  expect(own(city, 'residentPopulation')).toBe(total);
  expect(own(province, 'residentPopulation')).toBe(total);
  const pay = counties.map((county) => own(county, 'averageTeacherPayYuan'));
  expect(own(city, 'averageTeacherPayYuan')).toBeGreaterThanOrEqual(Math.min(...pay));
  expect(own(city, 'averageTeacherPayYuan')).toBeLessThanOrEqual(Math.max(...pay));
});
