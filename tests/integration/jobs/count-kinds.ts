import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { defineErrors } from '#core/errors';
import { defineJob, type JobKind } from '#core/jobs';

const errors = defineErrors('jobsTest', {
  refused: { status: 422, zh: '不行', en: 'no', remedy: { zh: '不行', en: 'no' } },
});

const input = z.object({
  area: z.string(),
  steps: z.number(),
  note: z.string().default(''),
  end: z.string().default('well'),
});

/** Work that counts to a number, a twentieth of a second each, and then leaves a row. */
const countJob = (thread: 'own' | 'standing', stamp?: () => Promise<string>) =>
  defineJob({
    name: `test.${thread}${stamp === undefined ? '' : 'Kept'}`,
    title: { zh: '数数', en: 'Count' },
    input,
    areaOf: ({ area }) => area,
    permission: 'test.read',
    thread,
    stamp,
    keptForS: 60,
    run: async ({ area, steps, note, end }, { by, progress }) => {
      for (let step = 1; step <= steps; step += 1) {
        progress({ phase: { zh: `第${step}步`, en: `step ${step}` }, share: step / steps });
        await wait(50);
      }
      if (end === 'refused') throw errors.refused();
      if (end === 'crash') throw new Error('a fault');
      if (end === 'exit') process.exit(9);
      return {
        result: { counted: steps, by: by.name },
        write: async (session) => {
          await session.query('INSERT INTO test_note VALUES ($1, $2)', [area, note]);
        },
      };
    },
  });

export const countKinds: readonly JobKind[] = [
  countJob('own'),
  countJob('standing'),
  countJob('own', async () => 'same'),
];
