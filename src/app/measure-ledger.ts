import { z } from 'zod';
import type { Principal } from '#core/access';
import { defineJob, type Jobs } from '#core/jobs';
import type { Exchange } from '#engines/exchange';
import type { Ledger } from '#modules/ledger';

/** Nobody in particular: what follows from figures by itself. */
const system: Principal = { id: 'system', name: '系统', kind: 'system', grants: [] };

const jobName = 'ledger.measure';
/** Files of at most so many counties are measured before the answer to their import leaves. */
const atOnce = 2;

/** Measures the ledger of an area of many counties in a thread of its own. */
export function measureLedgerJob(ledger: () => Ledger) {
  return defineJob({
    name: jobName,
    title: { zh: '更新台账', en: 'Measuring the ledger' },
    input: z.object({ area: z.string() }),
    areaOf: ({ area }) => area,
    permission: 'ledger.read',
    thread: 'own',
    keptForS: 86_400,
    run: async ({ area }, { at }) => {
      const follow = await ledger().prepare(area);
      return { result: { area }, write: async (session) => void (await follow(session, { principal: system, at })) };
    },
  });
}

/** An exchange after whose imports and undone imports the ledger follows the figures. */
export function measuringExchange(exchange: Exchange, ledger: Ledger, jobs: Jobs, now: () => Date): Exchange {
  const follow = async (area: string, batch: string): Promise<void> => {
    const found = (await exchange.listImports(area)).find(({ id }) => id === batch);
    const counties = found?.counties ?? [];
    if (counties.length > atOnce) {
      await jobs.start(jobName, { area }, system);
      return;
    }
    for (const county of counties) await ledger.measure(county, { principal: system, at: now() });
  };
  return {
    ...exchange,
    async commitImport(given) {
      const done = await exchange.commitImport(given);
      await follow(given.areaCode, done.batchId);
      return done;
    },
    async undoImport(given) {
      const done = await exchange.undoImport(given);
      await follow(given.areaCode, done.batchId);
      return done;
    },
  };
}
