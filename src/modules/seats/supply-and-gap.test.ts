import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { alarmOf, gapYears } from './gap.ts';
import { chainPosition, gradeChain, readGrade } from './grades.ts';
import { viewHousing } from './housing-view.ts';
import type { StageState } from './model.ts';
import { readSeatsPolicy } from './read-policy.ts';
import { countSeats } from './supply.ts';

const text = readFileSync(new URL('../../../policies/seats.yaml', import.meta.url), 'utf8');
const policy = readSeatsPolicy(text);

const state = (given: Partial<StageState>): StageState => ({
  unit: 'A',
  stage: 'primary',
  pupils: 400,
  classes: 10,
  largestClass: 44,
  teachers: null,
  areaM2: null,
  beds: null,
  rooms: null,
  licensedSeats: null,
  quality: false,
  ...given,
});
const { primary } = policy.stages;

describe('supply', () => {
  it.each([
    [{ rooms: 10 }, 'rooms', 450],
    [{ rooms: 10, areaM2: 330 }, 'area', 100],
    [{ rooms: 10, teachers: 10 }, 'staffing', 218],
    [{ rooms: 10, licensedSeats: 360 }, 'licence', 360],
    [{ rooms: 0 }, 'rooms', 0],
    [{ classes: 0 }, 'none', 400],
  ] as const)('%j is limited by %s', (given, binds, seats) => {
    expect(countSeats([state(given)], policy)[0]).toMatchObject({ binds, seats });
  });

  it('takes as many rooms as classes where none are registered, and says so', () => {
    expect(countSeats([state({})], policy)[0]).toMatchObject({ seats: 450, roomsAssumed: true });
  });

  it('shares the rooms of a whole school by what its pupils need', () => {
    const both = countSeats(
      [state({ areaM2: 3000, rooms: 100 }), state({ stage: 'junior', pupils: 300, areaM2: 3000, rooms: 100 })],
      policy,
    );
    const used = both.map(({ byLimit }) => byLimit.area ?? 0);
    const areaUsed = (used[0] ?? 0) * primary.roomAreaM2.value + (used[1] ?? 0) * policy.stages.junior.roomAreaM2.value;
    expect(areaUsed).toBeLessThanOrEqual(3000);
    // at most one seat of each stage is rounded away
    expect(areaUsed).toBeGreaterThan(3000 - primary.roomAreaM2.value - policy.stages.junior.roomAreaM2.value);
  });
});

describe('gap', () => {
  const coming = { pupils: [90, 110, null], low: [80, 100, null], high: [100, 120, null] };
  const years = gapYears(coming, (year) => (year < 2028 ? 100 : 130), 2027, 0.8);

  it('is pupils over the seats of the year, with its probability', () => {
    expect(years.map(({ gap }) => gap)).toEqual([-10, -20, null]);
    expect(years[0]?.probability).toBeCloseTo(0.1, 3);
    expect(years[2]?.probability).toBeNull();
  });

  it.each([
    [50, 'short', 2027],
    [115, 'tight', null],
    [500, 'enough', null],
  ] as const)('%i seats: %s', (seats, alarm, first) => {
    const found = alarmOf(
      gapYears(coming, () => seats, 2027, 0.8),
      policy,
    );
    expect([found.alarm, found.first?.year ?? null]).toEqual([alarm, first]);
  });

  it('looks no further than the policy says', () => {
    const far = {
      pupils: [10, 10, 10, 10, 10, 10, 90],
      low: [9, 9, 9, 9, 9, 9, 80],
      high: [11, 11, 11, 11, 11, 11, 99],
    };
    expect(
      alarmOf(
        gapYears(far, () => 50, 2027, 0.8),
        policy,
      ).alarm,
    ).toBe('enough');
  });
});

describe('housing', () => {
  const row = {
    id: 'H',
    name: 'H',
    township: 'T',
    phases: [{ homes: 500, handedOverOn: '2026-06-30' }],
    duties: [
      {
        stage: 'primary' as const,
        seats: 270,
        steps: [
          { step: 'design' as const, dueOn: '2025-01-01', doneOn: '2025-01-01' },
          { step: 'build' as const, dueOn: '2026-01-01', doneOn: '2026-02-01' },
          { step: 'accept' as const, dueOn: '2026-08-01', doneOn: null },
          { step: 'handOver' as const, dueOn: '2026-12-01', doneOn: null },
        ],
      },
    ],
  };

  it('tells done, done late, late and waiting apart', () => {
    const shown = viewHousing(row, { code: 'T', name: 'T' }, '2026-10-12');
    expect(shown.duties[0]?.steps.map((one) => one.state)).toEqual(['done', 'doneLate', 'late', 'waiting']);
    expect(shown).toMatchObject({ homes: 500, seats: 270, late: 1, behindHomes: true });
  });

  it('is not behind before the first homes are handed over', () => {
    expect(viewHousing(row, { code: 'T', name: 'T' }, '2026-05-01').behindHomes).toBe(false);
  });
});

describe('grades and policy', () => {
  it.each([
    ['k1', 0],
    ['大班', 2],
    ['K', 2],
    ['1', 3],
    ['一年级', 3],
    ['Grade 06', 8],
    ['6年级', 8],
    ['初一', 9],
    ['九年级', 11],
    ['高三', 14],
    ['十三年级', -1],
    ['', -1],
  ])('%s is grade %i of the chain', (word, position) => expect(readGrade(word)).toBe(position));

  it('finds the place of a class row', () => {
    expect(gradeChain[chainPosition('junior', 7)]?.id).toBe('7');
    expect(chainPosition('special', 1)).toBe(-1);
  });

  it.each(['stages: [', 'source: { zh: a, en: b }', text.replace('value: 45', 'value: -45')])(
    'a policy that is wrong is refused with its place',
    (wrong) => expect(() => readSeatsPolicy(wrong)).toThrow(/policyRefused/),
  );
});
