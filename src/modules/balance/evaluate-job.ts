import { z } from 'zod';
import { defineJob, type JobKind, type JobProgress } from '#core/jobs';
import type { AreaEvaluator } from './evaluate-area.ts';

export const evaluateJobName = 'balance.evaluate';

const input = z.object({ area: z.string(), year: z.number().int().optional(), standard: z.string().optional() });
export type EvaluateOrder = z.infer<typeof input>;

const hourS = 3_600;
/** Reading takes about two thirds of the time. */
const readingShare = 0.65;

/** The evaluation of a large area, and of the year before beside which its pages show it; kept in the thread that made it. */
export function evaluateJob(evaluator: AreaEvaluator): JobKind {
  return defineJob({
    name: evaluateJobName,
    title: { zh: '评估大范围地区', en: 'Evaluate a large area' },
    input,
    areaOf: ({ area }) => area,
    permission: 'balance.read',
    thread: 'standing',
    keptForS: hourS,
    async run({ area, ...question }, { progress }) {
      const answered = await evaluator.evaluate(area, question, (step, share) => progress(progressOf(step, share)));
      progress({ phase: { zh: '评估上一学年', en: 'Evaluating the year before' }, share: 0.95 });
      await evaluator.earlier(answered, 1);
      const { units } = answered.evaluated.input;
      return { result: { schools: units.size, year: answered.head.schoolYear } };
    },
  });
}

function progressOf(step: 'reading' | 'evaluating', share: number): JobProgress {
  return step === 'reading'
    ? { phase: { zh: '读取各校数据', en: 'Reading what schools reported' }, share: share * readingShare }
    : { phase: { zh: '逐校逐指标评估', en: 'Evaluating every school and indicator' }, share: readingShare };
}
