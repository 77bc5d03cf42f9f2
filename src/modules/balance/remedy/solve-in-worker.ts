import { Worker } from 'node:worker_threads';
import type { RemedyProgress, RemedyResult } from '#kernels/remedy';
import type { RemedyMessage, RemedyStart } from './remedy-messages.ts';

/**
 * Solves a problem in a thread of its own, so that the server keeps answering.
 *
 * @throws the signal's reason when it is aborted; the thread is ended at once.
 */
export function solveInWorker(
  start: RemedyStart,
  options: {
    readonly signal?: AbortSignal | undefined;
    readonly onProgress?: ((progress: RemedyProgress) => void) | undefined;
  } = {},
): Promise<RemedyResult> {
  return new Promise((resolve, reject) => {
    options.signal?.throwIfAborted();
    const worker = new Worker(new URL('./remedy-worker.ts', import.meta.url), { workerData: start });
    const stop = () => {
      void worker.terminate();
      reject(options.signal?.reason);
    };
    options.signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (message: RemedyMessage) => {
      if (message.kind === 'progress') options.onProgress?.(message.progress);
      else resolve(message.result);
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      options.signal?.removeEventListener('abort', stop);
      reject(new Error('the remedy worker ended without a result'));
    });
  });
}
