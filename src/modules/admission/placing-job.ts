import { z } from 'zod';
import type { Principal } from '#core/access';
import { nationCode } from '#core/codes';
import { defineJob } from '#core/jobs';
import { placeRound } from './allocation.ts';
import type { AdmissionDoors } from './doors.ts';

export const placingJobName = 'admission.place';

/** The program itself, which places everybody once a person has entered the seed. */
const system: Principal = {
  id: 'system',
  name: '系统',
  kind: 'system',
  grants: [{ role: 'operator', area: nationCode }],
};

/** Places a round in a thread; the results and the step of the round are written in one transaction, or not at all. */
export function placingJob(doors: () => Pick<AdmissionDoors, 'database' | 'cases'>) {
  return defineJob({
    name: placingJobName,
    title: { zh: '派位', en: 'Placing everybody' },
    input: z.object({ area: z.string(), round: z.string() }),
    areaOf: ({ area }) => area,
    permission: 'admission.read',
    thread: 'own',
    keptForS: 7 * 86_400,
    run: async ({ area, round }, { progress, at }) => {
      progress({ phase: { zh: '读取冻结名单', en: 'Reading the frozen list' } });
      const { database, cases } = doors();
      const { applicants, admitted, write } = await placeRound({ database }, area, round);
      return {
        result: { applicants, admitted },
        write: async (session) => {
          await write(session, at);
          await cases.act(system, { county: area, id: round }, 'allocate', {}, session);
        },
      };
    },
  });
}
