import { parentPort, workerData } from 'node:worker_threads';
import { type Database, openLentDatabase } from '#core/db';
import { DomainError } from '#core/errors';
import { withOrigin } from '#core/origin';
import type { JobProgress } from './job-kind.ts';
import type { ThreadCall, ThreadReply, ThreadStart } from './thread-messages.ts';

/** How a thread answers one kind of question; the answer is plain data. */
export type ThreadHandler = (input: unknown, onProgress: (progress: JobProgress) => void) => Promise<unknown>;

/**
 * Answers the questions of the thread that started this one; to be called by the script of a `WorkThread`.
 *
 * @param open gets the lent database and what the script was started with, and makes the handlers by name
 */
export async function serveThread(
  open: (database: Database, given: unknown) => Promise<Readonly<Record<string, ThreadHandler>>>,
): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('this file runs as a thread only');
  const reply = (message: ThreadReply): void => port.postMessage(message, []);
  const waiting: ThreadCall[] = [];
  let take = (call: ThreadCall): void => void waiting.push(call);
  port.on('message', (call: ThreadCall) => take(call));
  const { lent, given } = workerData as ThreadStart;
  const handlers = await open(openLentDatabase(lent), given);
  const answer = async ({ id, name, input, origin }: ThreadCall): Promise<void> => {
    try {
      const handler = handlers[name];
      if (handler === undefined) throw new Error(`the thread knows no ${name}`);
      reply({
        id,
        kind: 'answer',
        value: await withOrigin(origin, () => handler(input, (progress) => reply({ id, kind: 'progress', progress }))),
      });
    } catch (error) {
      reply(error instanceof DomainError ? { id, kind: 'refused', refusal: refusalOf(error) } : failureOf(id, error));
    }
  };
  take = (call) => void answer(call);
  waiting.forEach(take);
}

function refusalOf({ code, status, parameters, text, remedy }: DomainError) {
  return { code, status, parameters, text, remedy };
}

function failureOf(id: number, error: unknown): ThreadReply {
  return { id, kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
