import type { Principal } from '#core/access';
import type { Log } from '#core/log';
import type { Application } from './application.ts';

/** Nobody: what the program does by itself. */
const system: Principal = { id: 'system', name: '系统', kind: 'system', grants: [] };
const everyMs = 60_000;

/**
 * Once a minute: overdue cases are told higher up,
 * messages that are due leave the house, uploads that came to belong to nothing are removed.
 *
 * @returns a function that ends it and waits for what is under way
 */
export function runSweeps({ cases, notices, files }: Application, log: Log): () => Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  const sweep = (): void => {
    underWay = underWay
      .then(async () => {
        await cases.escalate(system);
        await notices.deliver();
        await files.sweep();
      })
      .catch((error: unknown) => log.error('sweep failed', { error }));
  };
  sweep();
  const timer = setInterval(sweep, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
    notices.close();
  };
}
