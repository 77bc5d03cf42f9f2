import type { Gate } from '#core/access';
import type { Audit } from '#core/audit';
import type { Config } from '#core/config';
import type { Database } from '#core/db';
import type { Log } from '#core/log';
import type { Cases } from '#engines/cases';
import { type Channel, Notices, smtpChannel, webhookChannel } from '#engines/notices';
import { Casework, errandKind } from '#modules/casework';
import { openCases } from './open-cases.ts';

export interface CaseworkSurroundings {
  readonly config: Config;
  readonly database: Database;
  readonly gate: Gate;
  readonly audit: Audit;
  readonly now: () => Date;
  readonly log: Log;
}

/** Cases, the notices that follow from them, and the pages over both. Kinds are registered before `cases.start()`. */
export async function openCasework({ config, database, gate, audit, now, log }: CaseworkSurroundings): Promise<{
  readonly cases: Cases;
  readonly notices: Notices;
  readonly casework: Casework;
}> {
  const notices = new Notices({ database, gate, now, log, channels: channelsOf(config, now) });
  const cases = await openCases({
    database,
    gate,
    audit,
    now,
    tell: (session, notice) => notices.put(session, notice),
  });
  cases.register(errandKind);
  const casework = new Casework({
    cases,
    notices,
    unitNames: (county, units) => readUnitNames(database, county, units),
    namesOf: async () => new Map(),
    now,
  });
  return { cases, notices, casework };
}

/** Stores the declarations of all kinds, and lets their escalations reach people. */
export async function startCases(cases: Cases, notices: Notices): Promise<void> {
  await cases.start();
  notices.addressable(cases.escalationTargets());
}

function channelsOf({ smtpUrl, mailFrom, webhookUrl, webhookSecret }: Config, now: () => Date): readonly Channel[] {
  return [
    ...(smtpUrl === undefined || mailFrom === undefined ? [] : [smtpChannel({ url: smtpUrl, from: mailFrom })]),
    ...(webhookUrl === undefined || webhookSecret === undefined
      ? []
      : [webhookChannel({ url: webhookUrl, secret: webhookSecret, now })]),
  ];
}

async function readUnitNames(
  database: Database,
  county: string,
  units: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await database.query<{ id: string; name: string }>(
    'SELECT id, name FROM unit WHERE county_code = $1 AND id = ANY ($2::text[])',
    [county, units],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
