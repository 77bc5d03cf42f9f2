import { expect, it } from 'vitest';
import type { HousingProject } from '#contracts/seats';
import { stepRows } from './view-model.ts';

const step = (name: 'design' | 'build' | 'accept', dueOn: string, state: 'done' | 'late' | 'waiting') => ({
  step: name,
  dueOn,
  doneOn: state === 'done' ? dueOn : null,
  state,
});

it('puts late steps first, then those to come by their dates, then what is done', () => {
  const project: HousingProject = {
    id: 'H',
    name: 'H',
    place: { code: 'T', name: 'T' },
    homes: 100,
    phases: [],
    seats: 45,
    late: 1,
    behindHomes: false,
    duties: [
      {
        stage: 'primary',
        seats: 45,
        steps: [
          step('design', '2025-01-01', 'done'),
          step('accept', '2027-02-01', 'waiting'),
          step('build', '2026-01-01', 'late'),
        ],
      },
    ],
  };
  expect(stepRows([project]).map((row) => row.step)).toEqual(['build', 'accept', 'design']);
});
