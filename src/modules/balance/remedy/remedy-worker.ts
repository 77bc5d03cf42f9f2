import { parentPort, workerData } from 'node:worker_threads';
import { solveRemedy } from '#kernels/remedy';
import type { RemedyMessage, RemedyStart } from './remedy-messages.ts';

const { problem, timeLimitMs, gapGoal } = workerData as RemedyStart;
const start = performance.now();
const send = (message: RemedyMessage) => parentPort?.postMessage(message, []);
const result = solveRemedy(problem, {
  gapGoal,
  onProgress: (progress) => {
    send({ kind: 'progress', progress });
    return performance.now() - start < timeLimitMs;
  },
});
send({ kind: 'result', result });
