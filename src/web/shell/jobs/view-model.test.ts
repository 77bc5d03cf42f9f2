import { expect, it } from 'vitest';
import type { Job } from '#contracts/jobs';
import { askEveryMs, screenOfJob, sortJobs } from './view-model.ts';

const job = (id: string, state: Job['state'], createdAt: string, endedAt: string | null = null): Job => ({
  id,
  area: '990100',
  kind: 'balance.evaluate',
  title: { zh: '', en: '' },
  state,
  createdAt,
  endedAt,
  progress: null,
  by: 'p',
  byName: '',
  startedAt: null,
  failure: null,
});

it('shows what runs, oldest first, and what ended within ten minutes', () => {
  const now = Date.parse('2026-09-01T10:00:00Z');
  const jobs = [
    job('late', 'queued', '2026-09-01T09:59:00Z'),
    job('early', 'running', '2026-09-01T09:58:00Z'),
    job('old', 'done', '2026-09-01T09:00:00Z', '2026-09-01T09:30:00Z'),
    job('fresh', 'failed', '2026-09-01T09:00:00Z', '2026-09-01T09:55:00Z'),
    job('fresher', 'done', '2026-09-01T09:00:00Z', '2026-09-01T09:56:00Z'),
  ];
  const { open, ended } = sortJobs(jobs, now);
  expect(open.map(({ id }) => id)).toEqual(['early', 'late']);
  expect(ended.map(({ id }) => id)).toEqual(['fresher', 'fresh']);
});

it('asks closely only while there is something to see', () => {
  expect(askEveryMs(0, false)).toBe(30_000);
  expect(askEveryMs(1, false)).toBe(1_000);
  expect(askEveryMs(0, true)).toBe(1_000);
  expect(screenOfJob('balance.remedy')).toBe('plan');
  expect(screenOfJob('other.kind')).toBeUndefined();
});
