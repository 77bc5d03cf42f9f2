import { describe, expect, it } from 'vitest';
import type { StandingView } from '#contracts/instruments';
import { type KeptChange, layOver, makeChange } from './change-list.ts';

const where = { person: 'p', area: '990101', sheet: 's' };
const standing: StandingView = {
  item: 'water',
  revision: 3,
  value: true,
  note: '',
  files: [],
  by: 'q',
  at: '2026-10-01',
};
const written = (value: boolean | null) => ({ item: 'water', value, note: '', files: [] });
let counter = 0;
const make = (value: boolean, waiting: readonly KeptChange[], base: StandingView | undefined = standing) =>
  makeChange(where, written(value), waiting, base, {
    id: `id${++counter}`,
    order: waiting.length + 1,
    at: `2026-10-01T00:00:0${waiting.length}Z`,
  });

describe('what a person writes', () => {
  it('starts from what stands', () => {
    expect(make(false, [])).toMatchObject({ base: 3, follows: null, sent: false });
    expect(makeChange(where, written(false), [], undefined, { id: 'x', order: 1, at: '' })).toMatchObject({ base: 0 });
  });

  it('takes the place of what was not sent yet', () => {
    const first = make(false, []);
    const second = make(true, [first]);
    expect(second).toMatchObject({ id: first.id, order: first.order, base: 3, value: true });
  });

  it('follows what was sent, because the server may or may not have it', () => {
    const first = { ...make(false, []), sent: true };
    const second = make(true, [first]);
    expect(second).toMatchObject({ base: 3, follows: first.id });
    expect(second.id).not.toBe(first.id);
    const third = make(false, [first, second]);
    expect(third).toMatchObject({ id: second.id, follows: first.id });
  });

  it('starts anew after a refusal', () => {
    const refused = { ...make(false, []), sent: true, fault: 'outOfRange' };
    expect(make(true, [refused])).toMatchObject({ base: 3, follows: null, fault: null });
  });

  it('keeps speaking of the conflict it settles while it is written over', () => {
    const made = { id: 'x', order: 1, at: '' };
    const first = makeChange(where, { ...written(true), settles: 'c' }, [], standing, made);
    expect(make(false, [first]).settles).toBe('c');
  });
});

describe('what the sheet shows', () => {
  it('is the last that was written, over what stands', () => {
    const first = { ...make(false, []), sent: true };
    const second = { ...make(true, [first]), fault: 'outOfRange' };
    expect(layOver([standing], []).get('water')).toMatchObject({ value: true, state: 'saved' });
    expect(layOver([standing], [first]).get('water')).toMatchObject({ value: false, state: 'kept' });
    expect(layOver([standing], [second, first]).get('water')).toMatchObject({ value: true, state: 'refused' });
  });
});
