import { z } from 'zod';
import { defineJob, type JobKind } from '#core/jobs';
import { scenarioName } from './contract.ts';
import type { CountyDemand } from './demand.ts';
import type { CountyInputs } from './model.ts';

export const projectJobName = 'seats.project';

/** What the job needs of the service that starts it. */
interface Projecting {
  read(area: string): Promise<CountyInputs>;
  project(inputs: CountyInputs, scenario: z.output<typeof scenarioName>): CountyDemand;
  stampOf(inputs: CountyInputs): string;
}

/** Projects a large county in a thread of its own; the same figures are not projected twice. */
export function projectJob(seats: Projecting): JobKind {
  return defineJob({
    name: projectJobName,
    title: { zh: '学位需求预测', en: 'Projecting the demand for seats' },
    input: z.object({ area: z.string(), scenario: scenarioName }),
    areaOf: ({ area }) => area,
    permission: 'seats.read',
    thread: 'own',
    keptForS: 86_400,
    stamp: async ({ area }) => seats.stampOf(await seats.read(area)),
    run: async ({ area, scenario }) => ({ result: seats.project(await seats.read(area), scenario) }),
  });
}
