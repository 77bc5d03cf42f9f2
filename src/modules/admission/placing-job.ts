import { z } from 'zod';
import type { Principal } from '#core/access';
import { nationCode } from '#core/codes';
import type { Session } from '#core/db';
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

type Doors = Pick<AdmissionDoors, 'database' | 'cases'>;

/** Places a round: the results and the step of the round are written by `write`, in one transaction or not at all. */
export async function preparePlacing({ database, cases }: Doors, area: string, round: string, at: Date) {
  const { applicants, admitted, write } = await placeRound({ database }, area, round);
  return {
    result: { applicants, admitted },
    write: async (session: Session): Promise<void> => {
      await write(session, at);
      await cases.act(system, { county: area, id: round }, 'allocate', {}, session);
    },
  };
}

/** Places a round in a thread. */
export function placingJob(doors: () => Doors) {
  return defineJob({
    name: placingJobName,
    title: { zh: '派位', en: 'Placing everybody' },
    input: z.object({ area: z.string(), round: z.string() }),
    areaOf: ({ area }) => area,
    permission: 'admission.read',
    thread: 'own',
    keptForS: 7 * 86_400,
    run: ({ area, round }, { progress, at }) => {
      progress({ phase: { zh: '读取冻结名单并派位', en: 'Reading the frozen list and placing' } });
      return preparePlacing(doors(), area, round, at);
    },
  });
}
