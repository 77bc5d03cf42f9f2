import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workingCalendar } from '#core/calendar';
import { chainAction, findBrokenLink } from './chain-action.ts';
import { commonActions, type KindDeclaration } from './declaration.ts';
import { defineCaseKind } from './define-case-kind.ts';
import { deriveCase } from './derive-case.ts';
import { judgeAction } from './judge-action.ts';
import type { CaseAction, CaseOpening } from './model.ts';
import { repairKind, repairSpec } from './test-kind.ts';

const kind: KindDeclaration = repairKind.declaration;
const calendar = workingCalendar([
  { year: 2026, off: new Set(['2026-10-01', '2026-10-02'] as const), work: new Set() },
]);
const opening: CaseOpening = {
  kind: kind.kind,
  version: 1,
  area: '341181',
  unit: '2134000001',
  title: '换窗',
  about: null,
};
const day = (date: string) => new Date(`${date}T02:00:00Z`);

function history(...steps: readonly (readonly [action: string, by: string, on: string, fields?: object])[]) {
  const actions: CaseAction[] = [];
  for (const [action, by, on, fields = {}] of [['open', 'clerk', '2026-09-28', { costFen: 100 }] as const, ...steps]) {
    actions.push(
      chainAction(actions.at(-1)?.hash ?? '', {
        seq: actions.length + 1,
        action,
        by,
        at: day(on),
        fields: { ...fields },
        files: [],
        comment: '',
        opening: actions.length === 0 ? opening : null,
        requestKey: null,
      }),
    );
  }
  return actions;
}

test('state, fields, due day and hands follow from the actions', () => {
  const derived = deriveCase(
    kind,
    history(
      ['submit', 'clerk', '2026-09-29', { note: '急' }],
      ['claim', 'officer', '2026-09-30'],
      ['comment', 'head', '2026-09-30'],
    ),
    calendar,
  );
  expect(derived).toMatchObject({
    state: 'submitted',
    isFinal: false,
    seq: 4,
    movedSeq: 3,
    fields: { costFen: 100, note: '急' },
    assignee: 'officer',
    // Three working days after 29 September: 30 September, then 5 and 6 October, for the first two days of October are off.
    dueOn: '2026-10-06',
    nextEscalationOn: '2026-10-07',
    escalated: 0,
  });
});

test('a field can hold the due day; entering another state begins anew', () => {
  const submitted = history(['submit', 'clerk', '2026-09-29'], ['claim', 'officer', '2026-09-30']);
  const granted = deriveCase(
    kind,
    history(['submit', 'clerk', '2026-09-29'], ['claim', 'officer', '2026-09-30'], ['grant', 'officer', '2026-09-30']),
    calendar,
  );
  expect(deriveCase(kind, submitted, calendar).assignee).toBe('officer');
  expect(granted).toMatchObject({ state: 'granted', assignee: null, nextEscalationOn: null });
  const wanted = history(
    ['submit', 'clerk', '2026-09-29'],
    ['grant', 'officer', '2026-09-30', { wantedOn: '2026-11-20' }],
  );
  expect(deriveCase(kind, wanted, calendar).dueOn).toBe('2026-11-20');
});

test('a due day beyond the known notices says which year is missing', () => {
  const late = deriveCase(
    kind,
    history(['submit', 'clerk', '2026-12-30'], ['grant', 'officer', '2026-12-31']),
    calendar,
  );
  expect(late.dueMissingYears).toEqual([2027]);
});

test('four eyes: who asked is barred from granting, who granted from accepting', () => {
  const submitted = history(['submit', 'clerk', '2026-09-29']);
  const now = deriveCase(kind, submitted, calendar);
  expect(judgeAction(kind, now, submitted, 'grant', 'clerk')).toBe('fourEyes');
  expect(judgeAction(kind, now, submitted, 'grant', 'officer')).toBeNull();
  // The clerk may still return it, so the case is not kept from the clerk's queue.
  expect(now.barred).toEqual([]);
  const granted = history(['submit', 'clerk', '2026-09-29'], ['grant', 'officer', '2026-09-30']);
  expect(deriveCase(kind, granted, calendar).barred).toEqual(['officer']);
});

test('only the opener withdraws; nothing but reopening follows the end', () => {
  const submitted = history(['submit', 'clerk', '2026-09-29']);
  const now = deriveCase(kind, submitted, calendar);
  expect(judgeAction(kind, now, submitted, 'withdraw', 'officer')).toBe('notTheirs');
  expect(judgeAction(kind, now, submitted, 'withdraw', 'clerk')).toBeNull();
  const closed = history(
    ['submit', 'clerk', '2026-09-29'],
    ['grant', 'officer', '2026-09-30'],
    ['accept', 'head', '2026-10-09'],
  );
  const end = deriveCase(kind, closed, calendar);
  expect(end.isFinal).toBe(true);
  expect(judgeAction(kind, end, closed, 'submit', 'clerk')).toBe('final');
  expect(judgeAction(kind, end, closed, 'reopen', 'head')).toBeNull();
  expect(() =>
    deriveCase(
      kind,
      [...closed, { ...closed[1], seq: 5, at: day('2026-10-10'), action: 'comment' } as CaseAction],
      calendar,
    ),
  ).toThrow(/follows the end/);
});

test('a case in somebody’s hands is left to them', () => {
  const claimed = history(['submit', 'clerk', '2026-09-29'], ['claim', 'officer', '2026-09-30']);
  const now = deriveCase(kind, claimed, calendar);
  expect(judgeAction(kind, now, claimed, 'grant', 'head')).toBe('assignedElsewhere');
  expect(judgeAction(kind, now, claimed, 'grant', 'officer')).toBeNull();
  expect(judgeAction(kind, now, claimed, 'withdraw', 'clerk')).toBeNull();
});

const people = ['clerk', 'officer', 'head'];
/** Any row of steps, kept as far as the judge lets each. */
const walks = fc.array(
  fc.record({
    action: fc.constantFrom(...Object.keys(kind.actions), ...commonActions.filter((name) => name !== 'open')),
    by: fc.constantFrom(...people),
  }),
  { maxLength: 25 },
);

function walk(steps: readonly { readonly action: string; readonly by: string }[]) {
  let kept = history();
  for (const { action, by } of steps) {
    const now = deriveCase(kind, kept, calendar);
    const isCommon = kind.actions[action] === undefined;
    if (isCommon ? now.isFinal : judgeAction(kind, now, kept, action, by) !== null) continue;
    kept = history(...kept.slice(1).map((done) => [done.action, done.by, '2026-09-29', done.fields] as const), [
      action,
      by,
      '2026-09-29',
      action === 'assign' ? { to: by } : {},
    ]);
  }
  return kept;
}

test('law: what the judge lets through replays, and what it refuses for the state does not', () => {
  fc.assert(
    fc.property(
      walks,
      fc.constantFrom(...Object.keys(kind.actions)),
      fc.constantFrom(...people),
      (steps, action, by) => {
        const kept = walk(steps);
        const now = deriveCase(kind, kept, calendar);
        const verdict = judgeAction(kind, now, kept, action, by);
        const next: CaseAction[] = [
          ...kept,
          { ...(kept.at(-1) as CaseAction), seq: kept.length + 1, action, by, opening: null },
        ];
        if (verdict === 'wrongState' || verdict === 'final') expect(() => deriveCase(kind, next, calendar)).toThrow();
        else expect(deriveCase(kind, next, calendar).seq).toBe(kept.length + 1);
      },
    ),
    { numRuns: 300 },
  );
});

test('law: order — a history without one of its actions, or with two exchanged, does not replay or has a broken chain', () => {
  fc.assert(
    fc.property(walks, fc.nat(), fc.nat(), (steps, one, other) => {
      const kept = walk(steps);
      const cut = one % kept.length;
      const swap = other % kept.length;
      const without = kept.filter((_, index) => index !== cut);
      if (cut < kept.length - 1) expect(() => deriveCase(kind, without, calendar)).toThrow();
      const exchanged = kept.map((action, index) => (index === cut ? kept[swap] : index === swap ? kept[cut] : action));
      if (cut !== swap) expect(() => deriveCase(kind, exchanged as CaseAction[], calendar)).toThrow();
      expect(findBrokenLink(kept)).toBeUndefined();
      const renumbered = exchanged.map((action, index) => ({ ...(action as CaseAction), seq: index + 1 }));
      if (cut !== swap) expect(findBrokenLink(renumbered)).toBe(Math.min(cut, swap) + 1);
    }),
    { numRuns: 200 },
  );
});

test('law: every prefix of a history replays to where the case stood then', () => {
  fc.assert(
    fc.property(walks, (steps) => {
      const kept = walk(steps);
      for (let length = 1; length <= kept.length; length++) {
        const then = deriveCase(kind, kept.slice(0, length), calendar);
        expect(then.seq).toBe(length);
        expect(then.hash).toBe(kept[length - 1]?.hash);
        expect(then.isFinal && then.assignee !== null).toBe(false);
      }
    }),
    { numRuns: 100 },
  );
});

const broken = (change: (spec: typeof repairSpec) => object) => () =>
  defineCaseKind({ ...repairSpec, ...change(repairSpec) });

test.each([
  ['an unknown first state', () => ({ initial: 'nowhere' }), /no state nowhere/],
  ['a name without a module', () => ({ kind: 'repair' }), /<module>\.<name>/],
  ['version 0', () => ({ version: 0 }), /whole number/],
  [
    'a state nobody reaches',
    (spec) => ({ states: { ...spec.states, lost: { title: { zh: '失', en: 'Lost' }, final: true } } }),
    /lost is never reached/,
  ],
  [
    'leaving the end without saying so',
    (spec) => ({ actions: { ...spec.actions, reopen: { ...spec.actions.reopen, reopens: false } } }),
    /does not say that it reopens/,
  ],
  [
    'asking for what does not start there',
    (spec) => ({ states: { ...spec.states, draft: { ...spec.states.draft, asks: ['accept'] } } }),
    /asks for accept/,
  ],
  [
    'four eyes on an action that is not there',
    (spec) => ({ actions: { ...spec.actions, accept: { ...spec.actions.accept, notBy: ['nobody'] } } }),
    /names no action: nobody/,
  ],
] as const satisfies readonly (readonly [string, (spec: typeof repairSpec) => object, RegExp])[])(
  'a declaration is refused for %s',
  (_, change, message) => {
    expect(broken(change)).toThrow(message);
  },
);
