import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#core/db';
import { type Jobs, jobsMigrations } from '#core/jobs';
import { countingJobs } from './jobs/counting-jobs.ts';
import { testEngines } from './test-database.ts';

const person = { id: 'p1', name: '甲' };
const area = '990101';

describe.each(testEngines)('jobs on $engine', ({ open }) => {
  let database: Database;
  let jobs: Jobs;
  const lines: string[] = [];
  const notes = async () =>
    (await database.query<{ note: string }>('SELECT note FROM test_note ORDER BY note')).map(({ note }) => note);
  const untilStep = async (id: string) => {
    while ((await jobs.find(id)).progress === null) await wait(10);
  };
  beforeAll(async () => {
    database = await open([jobsMigrations]);
    await database.query('CREATE TABLE test_note (county_code text, note text, PRIMARY KEY (county_code, note))');
    jobs = countingJobs(database, lines);
    await jobs.resume();
  });
  afterAll(async () => {
    await jobs.close();
    await database.close();
  });

  test('a job runs in a thread, says how far it is, and its answer can be found again', async () => {
    const started = await jobs.start('test.own', { area, steps: 5, note: 'a' }, person);
    expect(['queued', 'running']).toContain(started.state);
    expect(started).toMatchObject({ area, by: 'p1', title: { en: 'Count' } });
    await expect(jobs.resultOf(started.id)).rejects.toMatchObject({ code: 'jobs.notDone' });
    await untilStep(started.id);
    expect((await jobs.find(started.id)).progress).toMatchObject({ share: expect.any(Number) });
    expect(await jobs.ended(started.id)).toEqual({ counted: 5, by: '甲' });
    expect(await jobs.find(started.id)).toMatchObject({ state: 'done', progress: null });
    expect(await jobs.resultOf(started.id)).toEqual({ counted: 5, by: '甲' });
    expect(await notes()).toEqual(['a']);
    expect((await jobs.list({ area })).map(({ id }) => id)).toContain(started.id);
    expect(await jobs.list({ area: '990102' })).toEqual([]);
  });

  test('the same work is the same job while it lasts, and afterwards where its stamp says that nothing has changed', async () => {
    const input = { area, steps: 4, note: 'b' };
    const [one, two] = await Promise.all([
      jobs.start('test.own', input, person),
      jobs.start('test.own', { note: 'b', steps: 4, area }, person),
    ]);
    expect(two.id).toBe(one.id);
    await jobs.ended(one.id);
    const kept = await jobs.start('test.ownKept', { ...input, note: 'c' }, person);
    await jobs.ended(kept.id);
    expect((await jobs.start('test.ownKept', { ...input, note: 'c' }, person)).id).toBe(kept.id);
    expect(await notes()).toEqual(['a', 'b', 'c']);
  });

  test.each(['own', 'standing'])(
    'a cancelled job of a thread that is %s leaves nothing, and others go on',
    async (thread) => {
      const first = await jobs.start(`test.${thread}`, { area, steps: 1_000, note: 'never' }, person);
      const waiting = await jobs.start(`test.${thread}`, { area, steps: 1, note: 'nor this' }, person);
      const next = await jobs.start(`test.${thread}`, { area, steps: 1, note: `d ${thread}` }, person);
      await untilStep(first.id);
      expect(await jobs.cancel(waiting.id)).toMatchObject({ state: 'cancelled' });
      expect(await jobs.cancel(first.id)).toMatchObject({ state: 'cancelled' });
      await expect(jobs.ended(first.id)).rejects.toMatchObject({ code: 'jobs.cancelled', status: 409 });
      await expect(jobs.ended(waiting.id)).rejects.toMatchObject({ code: 'jobs.cancelled' });
      await jobs.ended(next.id);
      expect(await jobs.cancel(next.id)).toMatchObject({ state: 'done' });
      expect(await notes()).not.toContain('never');
      expect(await notes()).not.toContain('nor this');
      expect(await notes()).toContain(`d ${thread}`);
    },
  );

  test('a refusal is told as it was, a fault is logged and not told', async () => {
    const refused = await jobs.start('test.own', { area, steps: 1, end: 'refused' }, person);
    await expect(jobs.ended(refused.id)).rejects.toMatchObject({ code: 'jobsTest.refused', status: 422 });
    const crashed = await jobs.start('test.own', { area, steps: 1, end: 'crash' }, person);
    await expect(jobs.ended(crashed.id)).rejects.toMatchObject({ code: 'jobs.crashed' });
    expect(lines.join('')).toContain('a fault');
    await expect(jobs.find('990101-none')).rejects.toMatchObject({ code: 'jobs.jobNotFound' });
  });

  test('work that takes its thread down is tried again, three times in all', async () => {
    const job = await jobs.start('test.own', { area, steps: 1, note: 'gone', end: 'exit' }, person);
    await expect(jobs.ended(job.id)).rejects.toMatchObject({ code: 'jobs.interrupted' });
    expect(await notes()).not.toContain('gone');
  });

  test('a job under way when the process stops starts again with the next', async () => {
    const job = await jobs.start('test.own', { area, steps: 20, note: 'e' }, person);
    await untilStep(job.id);
    await jobs.close();
    expect(await jobs.find(job.id)).toMatchObject({ state: 'queued' });
    jobs = countingJobs(database, lines);
    await jobs.resume();
    expect(await jobs.ended(job.id)).toMatchObject({ counted: 20 });
    expect((await notes()).filter((note) => note === 'e')).toEqual(['e']);
  });
});
