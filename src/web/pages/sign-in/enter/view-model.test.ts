import { expect, test } from 'vitest';
import { pathWithin } from './view-model.ts';

test.each([
  ['/areas/341181/overview?year=2026', '/areas/341181/overview?year=2026'],
  ['', '/'],
  ['https://evil.example/', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?to=/', '/'],
  ['/join', '/'],
])('after signing in at %s one goes to %s', (wanted, path) => {
  expect(pathWithin(wanted)).toBe(path);
});
