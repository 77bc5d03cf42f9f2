import { expect, it } from 'vitest';
import { afterStatus, changedCosts, gapAtMost, mergeCosts, type PlanCost } from './view-model.ts';

const cost = (indicator: string, costFen: number): PlanCost => ({
  indicator,
  stage: null,
  resource: { zh: '人', en: 'teachers' },
  costFen,
  source: { zh: '', en: '' },
});

it('sends only prices that were changed to another price', () => {
  const costs = [cost('R1', 10_000), cost('R2', 20_000), cost('R3', 30_000), cost('R4', 1)];
  const typed = new Map([
    ['R1:', '100'],
    ['R2:', '250.5'],
    ['R3:', 'cheap'],
    ['R4:', '-3'],
  ]);
  expect(changedCosts(costs, typed)).toEqual([{ indicator: 'R2', stage: null, costFen: 25_050 }]);
  expect(mergeCosts([{ indicator: 'R2', stage: null, costFen: 1 }], changedCosts(costs, typed))).toEqual([
    { indicator: 'R2', stage: null, costFen: 25_050 },
  ]);
});

it('takes a binding coefficient as met', () => {
  const row = {
    area: '990101',
    indicator: 'R1',
    stage: 'primary' as const,
    before: 0.6,
    limit: 0.5,
    binding: true,
    savingFen: 0,
  };
  expect(afterStatus({ ...row, after: 0.5 + 1e-12 })).toBe('near');
  expect(afterStatus({ ...row, after: 0.51 })).toBe('notMet');
  expect(afterStatus({ ...row, after: 0.3 })).toBe('met');
  expect(afterStatus({ ...row, after: null })).toBe('noData');
});

it('rounds the gap up', () => {
  expect(gapAtMost(0.00002)).toBe(0.0001);
  expect(gapAtMost(0)).toBe(0);
  expect(gapAtMost(0.007)).toBe(0.007);
});
