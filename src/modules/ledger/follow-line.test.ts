import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Figure, type Followed, followLine } from './follow-line.ts';

const figure = (verdict: Figure['verdict'], schoolYear = 2026, value = 2): Figure => ({
  schoolYear,
  verdict,
  value: verdict === 'noData' || verdict === 'absent' ? null : value,
  threshold: 3,
  shortfall: verdict === 'notMet' ? 3 - value : 0,
});
const open: Followed = { state: 'open', schoolYear: 2025, value: 2, threshold: 3, shortfall: 1, reopened: 0 };

describe('a line', () => {
  it('is opened by a gap and by nothing else', () => {
    expect(followLine(null, figure('notMet'))).toMatchObject({ kind: 'opened', next: { state: 'open', shortfall: 1 } });
    for (const verdict of ['met', 'noData', 'absent'] as const) expect(followLine(null, figure(verdict))).toBeNull();
  });

  it('closes when the measurement says so, and reopens when the number falls back', () => {
    const closed = followLine(open, figure('met', 2026, 4));
    expect(closed).toMatchObject({ kind: 'closed', next: { state: 'closed', shortfall: 0, value: 4 } });
    expect(followLine(closed?.next ?? open, figure('notMet', 2027))).toMatchObject({
      kind: 'reopened',
      next: { state: 'open', reopened: 1, shortfall: 1 },
    });
  });

  it('keeps its state where nothing was reported', () => {
    const unknown = followLine(open, figure('noData'));
    expect(unknown).toMatchObject({ kind: 'notReported', next: { state: 'open', value: null, shortfall: 1 } });
    expect(followLine(unknown?.next ?? open, figure('noData'))).toBeNull();
  });

  it('lapses with its school, which is not a closing', () => {
    const lapsed = followLine(open, figure('absent'));
    expect(lapsed).toMatchObject({ kind: 'lapsed', next: { state: 'lapsed', reopened: 0 } });
    expect(followLine(lapsed?.next ?? open, figure('notMet', 2027))).toMatchObject({
      kind: 'reopened',
      next: { reopened: 0 },
    });
  });
});

const figures = fc.array(
  fc.record({
    verdict: fc.constantFrom('met' as const, 'notMet' as const, 'noData' as const, 'absent' as const),
    schoolYear: fc.integer({ min: 2020, max: 2030 }),
    value: fc.integer({ min: 0, max: 2 }),
  }),
  { maxLength: 30 },
);
type Given = { verdict: Figure['verdict']; schoolYear: number; value: number };
const asFigure = ({ verdict, schoolYear, value }: Given) =>
  figure(verdict, schoolYear, verdict === 'met' ? value + 3 : value);
const fold = (given: readonly Given[]) =>
  given.reduce<Followed | null>((line, one) => followLine(line, asFigure(one))?.next ?? line, null);

test('law: the state is what the last measurement with a figure said; an open line lapses when its item is gone', () => {
  fc.assert(
    fc.property(figures, (given) => {
      const line = fold(given);
      const first = given.findIndex(({ verdict }) => verdict === 'notMet');
      if (first < 0) return line === null;
      const deciding = given.slice(first).filter(({ verdict }) => verdict !== 'noData');
      const last = deciding.findLast(({ verdict }) => verdict !== 'absent');
      const isGone = deciding.at(-1)?.verdict === 'absent';
      return line?.state === (last?.verdict === 'met' ? 'closed' : isGone ? 'lapsed' : 'open');
    }),
  );
});

test('law: measuring the same again writes nothing', () => {
  fc.assert(
    fc.property(figures, (given) => {
      const line = fold(given);
      const last = given.at(-1);
      return last === undefined || followLine(line, asFigure(last)) === null;
    }),
  );
});

test('law: a line that is open has a shortfall, any other has none; every fall back is counted once', () => {
  fc.assert(
    fc.property(figures, (given) => {
      let line: Followed | null = null;
      let falls = 0;
      for (const one of given) {
        const step = followLine(line, asFigure(one));
        if (step?.kind === 'reopened' && line?.state === 'closed') falls += 1;
        line = step?.next ?? line;
      }
      return line === null || (line.reopened === falls && line.shortfall > 0 === (line.state === 'open'));
    }),
  );
});
