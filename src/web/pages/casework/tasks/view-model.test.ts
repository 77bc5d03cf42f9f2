import { expect, test } from 'vitest';
import type { CaseRow } from '#contracts/casework';
import { togetherActions } from './view-model.ts';

const title = { zh: '甲', en: 'A' };
const row = (kind: string, asks: CaseRow['asks']): CaseRow => ({
  case: '341181-01m7vax680xmf4mtrn82zjk5xa',
  kind,
  kindTitle: title,
  title: 'x',
  area: '341181',
  unit: null,
  unitName: null,
  state: 's',
  stateTitle: title,
  isFinal: false,
  asks,
  dueOn: null,
  dueMissingYears: [],
  isOverdue: false,
  isMine: false,
  openedAt: '',
  actedAt: '',
  seq: 1,
});
const ask = (action: string, together: boolean, reason = 'none') => ({ action, title, together, reason });

test('only what every chosen case waits for, and what asks for nothing more than a reason', () => {
  const both = row('a.b', [ask('accept', true), ask('return', true, 'required'), ask('measure', false)]);
  const one = row('a.b', [ask('return', true, 'required')]);
  expect(togetherActions([both]).map(({ action }) => action)).toEqual(['accept', 'return']);
  expect(togetherActions([both, one])).toEqual([{ kind: 'a.b', action: 'return', title, needsReason: true }]);
  expect(togetherActions([both, row('a.c', [ask('accept', true)])])).toEqual([]);
  expect(togetherActions([])).toEqual([]);
});
