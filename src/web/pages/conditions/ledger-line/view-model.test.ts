import { expect, test } from 'vitest';
import { zh } from './locale.zh-cn.ts';
import { eventName, remarksOf } from './view-model.ts';

const event = (details: Record<string, unknown>) => ({
  seq: 1,
  kind: 'assigned',
  at: '2026-11-21T02:00:00.000Z',
  by: 'x',
  schoolYear: null,
  value: null,
  threshold: null,
  shortfall: null,
  details,
});

test('an arrangement is told change by change, with its reason last', () => {
  const details = {
    owner: { from: null, to: '张三' },
    due_on: { from: '2026-12-31', to: '2027-06-30' },
    reason: '并入暑期工程',
  };
  expect(remarksOf(event(details), zh)).toEqual(['责任：无 → 张三', '期限：2026-12-31 → 2027-06-30', '并入暑期工程']);
  expect(remarksOf(event({ project: '01kb' }), zh)).toEqual([]);
});

test('an event of a later version keeps its own name', () => {
  expect(eventName('closed', zh)).toBe('销号');
  expect(eventName('merged', zh)).toBe('merged');
});
