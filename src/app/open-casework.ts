import type { Gate } from '#core/access';
import type { Audit } from '#core/audit';
import type { Config } from '#core/config';
import type { Database } from '#core/db';
import type { Files } from '#core/files';
import type { Log } from '#core/log';
import type { SignIn } from '#core/sign-in';
import type { Cases } from '#engines/cases';
import { type Channel, Notices, smtpChannel, webhookChannel } from '#engines/notices';
import { Casework, errandKind } from '#modules/casework';
import type { Organization } from '#modules/organization';
import { contactOf } from './digest-source.ts';
import { openCases } from './open-cases.ts';
import { readPeopleNames } from './people-names.ts';

export interface CaseworkSurroundings {
  readonly config: Config;
  readonly database: Database;
  readonly gate: Gate;
  readonly files: Files;
  readonly organization: Pick<Organization, 'namesOf'>;
  readonly audit: Audit;
  readonly signIn: Pick<SignIn, 'reachOf'>;
  readonly now: () => Date;
  readonly log: Log;
}

/** Cases, the notices that follow from them, and the pages over both. Kinds are registered before `cases.start()`. */
export async function openCasework({
  config,
  database,
  gate,
  organization,
  files,
  audit,
  signIn,
  now,
  log,
}: CaseworkSurroundings): Promise<{
  readonly cases: Cases;
  readonly notices: Notices;
  readonly casework: Casework;
}> {
  const notices = new Notices({
    database,
    gate,
    now,
    log,
    channels: channelsOf(config, now),
    contactOf: async (person) => {
      const found = await signIn.reachOf(person);
      return found && contactOf(found.contacts);
    },
  });
  const people = { namesOf: (ids: readonly string[]) => readPeopleNames(database, ids) };
  const cases = await openCases({
    people,
    database,
    gate,
    audit,
    now,
    keepFile: (session, file, about) => files.keep(session, file, about),
    tell: (session, notice) => notices.put(session, notice),
  });
  cases.register(errandKind);
  const casework = new Casework({
    cases,
    notices,
    unitNames: async (county, units) => {
      const { units: named } = await organization.namesOf({ areas: [], units: units.map((id) => ({ county, id })) });
      return new Map(units.map((id) => [id, named.get(`${county} ${id}`) ?? id]));
    },
    namesOf: people.namesOf,
    findFile: (by, file) => files.find(by, file),
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
