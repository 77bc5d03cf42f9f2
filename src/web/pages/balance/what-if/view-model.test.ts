import { expect, it } from 'vitest';
import type { Evaluation, SchoolStageResult, Verdict } from '#standards';
import { effectsOf, judgedSchools, pairCoefficients, tallyOf } from './view-model.ts';

const school = (unit: number, verdict: Verdict, excludedBy: string | null = null): SchoolStageResult => ({
  unit,
  stage: 'primary',
  indicators: [],
  met: 0,
  verdict,
  excludedBy,
});
const evaluation = (
  coefficient: number | null,
  verdict: Verdict,
  schools: readonly SchoolStageResult[],
): Evaluation => ({
  standard: 's',
  version: '1',
  schoolYear: 2026,
  coefficients: [
    {
      area: 0,
      group: null,
      stage: 'primary',
      indicator: 'R1',
      schools: 2,
      missing: 0,
      mean: 1,
      standardDeviation: 1,
      coefficientOfVariation: coefficient,
      limit: 0.5,
      verdict,
    },
  ],
  schools,
  wholeSchools: [],
  areas: [{ area: 0, indicators: [], attested: [], parts: [], verdict }],
});

const before = evaluation(0.6, 'notMet', [school(0, 'notMet'), school(1, 'met'), school(2, 'notMet', 'small')]);
const after = evaluation(0.4, 'met', [school(0, 'met'), school(3, 'met')]);

it('lists the judged schools, those that fail first', () => {
  expect(judgedSchools(before).map((one) => one.unit)).toEqual([0, 1, 2]);
  expect(judgedSchools(before).map((one) => one.verdict)).toEqual(['notMet', 'met', 'notApplicable']);
});

it('counts what is outside', () => {
  expect(tallyOf(before, 0)).toEqual({
    verdict: 'notMet',
    coefficients: 1,
    coefficientsOutside: 1,
    schoolStages: 2,
    schoolStagesOutside: 1,
  });
});

it('pairs each coefficient with itself', () => {
  expect(pairCoefficients(before, after, 0, null)).toMatchObject([
    { before: 0.6, after: 0.4, limit: 0.5, verdict: 'met' },
  ]);
  expect(pairCoefficients(before, after, 0, 'junior')).toEqual([]);
});

it('names each school-stage whose verdict differs, also those merged away or new', () => {
  expect(effectsOf(before, after)).toEqual([
    { unit: 0, stage: 'primary', before: 'notMet', after: 'met' },
    { unit: 1, stage: 'primary', before: 'met', after: 'notApplicable' },
    { unit: 3, stage: 'primary', before: 'notApplicable', after: 'met' },
  ]);
  expect(effectsOf(before, before)).toEqual([]);
});
