import { chinaDate, chinaHour } from '#core/calendar';
import type { Log } from '#core/log';
import type { Application } from './application.ts';
import { digestSource } from './digest-source.ts';
import { systemPrincipal } from './people-names.ts';

const everyMs = 60_000;
const dayMs = 86_400_000;

/**
 * Once a minute: overdue cases are told higher up, the day's digest is written from its hour on, messages that are due leave the house, uploads that came to belong to nothing are
 * removed. Once a day: personal data that was kept long enough is forgotten.
 *
 * @returns a function that ends it and waits for what is under way
 */
export function runSweeps(application: Application, log: Log): () => Promise<void> {
  const { cases, notices, files, personal, signIn, config, now } = application;
  let underWay: Promise<void> = Promise.resolve();
  let sweptAt = 0;
  let digestedOn = '';
  const digestOnce = async (): Promise<void> => {
    const today = chinaDate(now());
    if (today === digestedOn || chinaHour(now()) < config.digestHour) return;
    await notices.digest(digestSource(signIn, cases, now));
    digestedOn = today;
  };
  const sweepOnce = async (): Promise<void> => {
    await cases.escalate(systemPrincipal);
    await digestOnce();
    await notices.deliver();
    await files.sweep();
    if (now().getTime() - sweptAt < dayMs) return;
    sweptAt = now().getTime();
    await files.sweep({ wholeStore: true });
    await personal.sweep();
  };
  const sweep = (): void => {
    underWay = underWay.then(sweepOnce).catch((error: unknown) => log.error('sweep failed', { error }));
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
