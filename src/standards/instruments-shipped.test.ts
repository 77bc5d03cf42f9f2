import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { itemsOf, readInstrument } from './index.ts';

const folder = join(import.meta.dirname, '../../policies/instruments');
const shipped = readdirSync(folder).map((name) =>
  readInstrument({ path: name, text: readFileSync(join(folder, name), 'utf8') }),
);
const instruments = shipped.flatMap(({ compiled }) => (compiled === null ? [] : [compiled.instrument]));
const find = (id: string) => instruments.find((instrument) => instrument.id === id);

test('every shipped instrument reads without a mistake', () => {
  expect(shipped.flatMap(({ mistakes }) => mistakes)).toEqual([]);
  expect(instruments.length).toBe(9);
});

test.each([
  ['CN-KQE-2022', 5, 15],
  ['CN-CQE-2021-school', 5, 12],
  ['CN-CQE-2021-pupil', 5, 12],
  ['CN-SQE-2021', 5, 18],
  ['CN-PQE-2022', 5, 18],
] as const)('%s has the areas and key indicators the document counts', (id, areas, indicators) => {
  const instrument = find(id);
  expect(instrument?.sections.length).toBe(areas);
  expect(instrument === undefined ? 0 : itemsOf(instrument).length).toBe(indicators);
});

test('the survey asks the seven kinds of respondent and says how sure it is of their shares', () => {
  const survey = find('CN-SATISFACTION');
  expect(survey?.respondents.map(({ id }) => id)).toEqual([
    'parent',
    'pupil',
    'teacher',
    'principal',
    'deputy',
    'cppcc',
    'public',
  ]);
  expect(survey?.respondents.map(({ provenance }) => provenance.confidence)).not.toContain('verified');
  expect(survey?.sampling?.provenance.confidence).toBe('secondary');
});

test('the eight watch areas of kindergarten conduct stand in their order', () => {
  expect(
    find('CN-KG-CONDUCT')
      ?.sections.map(({ id }) => id)
      .slice(1),
  ).toEqual(['staff', 'number', 'care', 'health', 'safety', 'advertising', 'finance', 'fees']);
});

test('no guide carries weights or points of the ministry: every score says that it is ours', () => {
  const scores = instruments.flatMap((instrument) => instrument.scores);
  expect(scores.length).toBeGreaterThan(10);
  expect(new Set(scores.map(({ provenance }) => provenance.confidence))).toEqual(new Set(['own']));
});
