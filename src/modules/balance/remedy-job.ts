import { z } from 'zod';
import { defineJob, type JobKind, type JobProgress } from '#core/jobs';
import type { RemedyOrder } from './answer-remedy.ts';
import { type RemedyPlan, remedyBody } from './contract.ts';
import type { Question } from './evaluate-area.ts';

export const remedyJobName = 'balance.remedy';

const input = remedyBody.extend({ area: z.string() });
type Seek = (area: string, order: Question & RemedyOrder) => Promise<RemedyPlan>;

const dayS = 86_400;

/** The search for the cheapest way to pass; the same question over the same data is answered from what was found. */
export function remedyJob(seek: Seek, stamp: () => Promise<string>): JobKind {
  return defineJob({
    name: remedyJobName,
    title: { zh: '寻找最省达标方案', en: 'Look for the cheapest way to pass' },
    input,
    areaOf: ({ area }) => area,
    permission: 'balance.read',
    stamp,
    thread: 'own',
    keptForS: dayS,
    async run({ area, ...order }, { progress }) {
      progress({ phase: { zh: '读取数据并评估', en: 'Reading the data and evaluating' }, share: 0 });
      const result = await seek(area, { ...order, onProgress: (found) => progress(progressOf(found)) });
      return { result };
    },
  });
}

interface Found {
  readonly cost: number;
  readonly bound: number;
  readonly area: number;
  readonly areas: number;
}

const wan = (fen: number) => Math.round(fen / 1e6).toLocaleString('en-US');

/** What is known so far: a plan's cost once there is one, and the least that any plan costs. */
function progressOf({ cost, bound, area, areas }: Found): JobProgress {
  const step = areas > 1 ? ` ${area + 1}/${areas}` : '';
  const hasPlan = Number.isFinite(cost) && cost > 0;
  const gap = hasPlan ? Math.max(0, ((cost - bound) / cost) * 100).toFixed(1) : '';
  return {
    phase: { zh: `求解${step}`, en: `Solving${step}` },
    share: area / areas,
    ...(hasPlan
      ? {
          found: {
            zh: `已找到 ${wan(cost)} 万元的方案，离最优不超过 ${gap} %`,
            en: `A plan of ¥${wan(cost)}0,000 is found, at most ${gap} % above the best`,
          },
        }
      : {}),
  };
}
