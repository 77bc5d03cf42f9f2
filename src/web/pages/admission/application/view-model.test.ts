import { expect, test } from 'vitest';
import { stepsDone } from './view-model.ts';

const at = (state: 'draft' | 'submitted', round: string) => [
  ...stepsDone({
    state,
    round: { id: '', name: { zh: '', en: '' }, stage: 'primary', state: round, applyUntil: '', isOpen: false },
  }),
];

test('the steps behind an application follow its round', () => {
  expect(at('draft', 'applying')).toEqual([]);
  expect(at('submitted', 'applying')).toEqual(['submitted']);
  expect(at('submitted', 'frozen')).toEqual(['submitted', 'checked', 'frozen']);
  expect(at('submitted', 'announced')).toHaveLength(5);
});
