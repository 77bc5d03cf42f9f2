import { availableParallelism } from 'node:os';
import path from 'node:path';
import { accessMigrations, findNames, type Gate } from '#core/access';
import { type Audit, auditMigrations } from '#core/audit';
import { type Config, readConfig, withDataFolder } from '#core/config';
import { type Database, type DatabasePlace, type MigrationFolder, openDatabase, type Seed } from '#core/db';
import { bindFiles, type Files, filesMigrations, openFiles, scanOf } from '#core/files';
import type { BoundRoute, FileAnswer } from '#core/http';
import { bindJobs, type Jobs, type JobThreads, jobsMigrations, openJobs } from '#core/jobs';
import type { Key, KeyRing } from '#core/keys';
import { createLog } from '#core/log';
import { type Personal, personalMigrations } from '#core/personal';
import { type SignIn, signInMigrations } from '#core/sign-in';
import { type Cases, casesMigrations } from '#engines/cases';
import { type Exchange, exchangeMigrations } from '#engines/exchange';
import { factsMigrations } from '#engines/facts';
import {
  bindInstruments,
  filesOfSheets,
  type InstrumentLibrary,
  instrumentsMigrations,
  Sheets,
  Surveys,
} from '#engines/instruments';
import { type Notices, noticesMigrations } from '#engines/notices';
import { bindAudit } from '#modules/audit';
import { Balance, balanceMigrations, bindBalance } from '#modules/balance';
import { bindCasework } from '#modules/casework';
import { bindConditions, type Conditions } from '#modules/conditions';
import { bindLedger, type Ledger, ledgerMigrations, type Projects, Review } from '#modules/ledger';
import {
  checkInThread,
  createOrganization,
  divisionSeed,
  exportPackage,
  type Organization,
  organizationMigrations,
  organizationRoutesOver,
  previewJob,
} from '#modules/organization';
import { bindPeople, openTrial, type Trial } from '#modules/people';
import { bindPlans, type Plans, plansMigrations } from '#modules/plans';
import { bindQuality, Quality, qualityMigrations } from '#modules/quality';
import { bindRecognition, type Recognition, recognitionMigrations } from '#modules/recognition';
import { bindSeats, projectJob, type Seats, seatsMigrations } from '#modules/seats';
import { bindSignIn } from '#modules/sign-in';
import { type BalancePolicy, readBalancePolicy } from './balance-policy.ts';
import { openExchangeOver } from './exchange.ts';
import { measureLedgerJob, measuringExchange } from './measure-ledger.ts';
import { openCasework, startCases } from './open-casework.ts';
import { openCatalogue } from './open-catalogue.ts';
import { openDoors } from './open-doors.ts';
import { openGate } from './open-gate.ts';
import { type Initiatives, initiativesMigrations, openInitiatives } from './open-initiatives.ts';
import { shippedInstruments } from './open-instruments.ts';
import { openLedger } from './open-ledger.ts';
import { openSeats } from './open-seats.ts';
import { openStore } from './open-store.ts';
import { openThreads } from './open-threads.ts';
import { openTrail } from './open-trail.ts';
import { rootFolder } from './places.ts';
import { openPlans } from './plans.ts';
import { openRecognition } from './recognition.ts';
import { registryOver } from './registry.ts';

/** Everything that runs: one database, one catalogue of standards, the modules over them and their doors. */
export interface Application extends Initiatives {
  readonly policy: BalancePolicy;
  readonly config: Config;
  readonly database: Database;
  readonly keys: KeyRing;
  readonly audit: Audit;
  readonly conditions: Conditions;
  readonly organization: Organization;
  readonly exchange: Exchange;
  readonly balance: Balance;
  readonly plans: Plans;
  readonly recognition: Recognition;
  readonly cases: Cases;
  readonly ledger: Ledger;
  readonly notices: Notices;
  readonly projects: Projects;
  /** Areas, schools and numbers of a school year (the newest where none is given) as an open-data package. */
  readonly openData: (area: string, year?: number) => Promise<FileAnswer>;
  readonly gate: Gate;
  readonly library: InstrumentLibrary;
  readonly sheets: Sheets;
  readonly surveys: Surveys;
  /** What people upload. */
  readonly files: Files;
  readonly quality: Quality;
  readonly seats: Seats;
  /** Long work: started by routes, done in threads. */
  readonly jobs: Jobs;
  readonly threads: JobThreads;
  readonly trial: Trial;
  readonly personal: Personal;
  readonly signIn: SignIn;
  readonly routes: readonly BoundRoute[];
  readonly now: () => Date;
  close(): Promise<void>;
}

export interface ApplicationOptions {
  /** Absent = where the settings say. */
  readonly place?: DatabasePlace | undefined;
  /** One that is open already and holds the tables; it is closed with the application. */
  readonly database?: Database | undefined;
  readonly dataFolder?: string | undefined;
  readonly standardFolders?: readonly string[] | undefined;
  readonly now?: (() => Date) | undefined;
  /** The keys of a lent database in memory. */
  readonly heldKeys?: readonly Key[] | undefined;
}

/** Every room's tables, in the order they must be made. */
export const migrations: readonly MigrationFolder[] = [
  accessMigrations,
  auditMigrations,
  personalMigrations,
  signInMigrations,
  jobsMigrations,
  filesMigrations,
  organizationMigrations,
  factsMigrations,
  exchangeMigrations,
  casesMigrations,
  noticesMigrations,
  balanceMigrations,
  plansMigrations,
  recognitionMigrations,
  instrumentsMigrations,
  ledgerMigrations,
  qualityMigrations,
  ...initiativesMigrations,
  seatsMigrations,
];
export const seeds: readonly Seed[] = [divisionSeed];

/** The settings of this installation, wherever it is called from. */
export function readSettings(): Config {
  return readConfig(process.env, rootFolder);
}

/** Where the database of this installation is. */
export function placeOf({ databaseUrl, dataFolder }: Config): DatabasePlace {
  return databaseUrl === undefined ? { kind: 'folder', folder: dataFolder } : { kind: 'server', url: databaseUrl };
}

/**
 * Opens the database, brings its tables up to date and puts the modules together. Must be closed.
 *
 * @throws DomainError `database.*` where another process holds the folder or the server is too old, `config.*`, `conditions.*`
 */
export async function openApplication(options: ApplicationOptions = {}): Promise<Application> {
  const settings = readSettings();
  const config =
    options.dataFolder === undefined ? settings : withDataFolder(settings, path.resolve(options.dataFolder));
  const now = options.now ?? (() => new Date());
  const place = options.place ?? placeOf(config);
  const [conditions, library, policy, database] = await Promise.all([
    openCatalogue(options.standardFolders),
    shippedInstruments(options.standardFolders),
    readBalancePolicy(),
    options.database ?? openDatabase({ place, migrations, seeds, cacheFolder: config.cacheFolder }),
  ]);
  try {
    const trail = openTrail({ config, now, database, place, heldKeys: options.heldKeys });
    return await assemble({
      config,
      now,
      conditions,
      library,
      policy,
      database,
      ...trail,
      place,
      standardFolders: options.standardFolders,
    });
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function assemble(parts: {
  readonly config: Config;
  readonly now: () => Date;
  readonly conditions: Conditions;
  readonly library: InstrumentLibrary;
  readonly policy: BalancePolicy;
  readonly database: Database;
  readonly keys: KeyRing;
  readonly audit: Audit;
  readonly place: DatabasePlace;
  readonly standardFolders?: readonly string[] | undefined;
}): Promise<Application> {
  const { config, now, conditions, library, policy, database, keys, audit } = parts;
  const { dictionary } = conditions.catalogue.library;
  const organization = createOrganization(database, dictionary, now, audit);
  const gate = await openGate(organization, now);
  const trial = openTrial(database);
  const { personal, signIn, provider } = await openDoors({ config, database, keys, audit, now });
  const [store, scan] = [openStore(config), scanOf(config)];
  const files = openFiles({ database, store, scan, gate, audit, now, heldElsewhere: filesOfSheets });
  // Every module that declares a kind registers it before the start below.
  const { cases, notices, casework } = await openCasework({
    config,
    database,
    gate,
    organization,
    files,
    audit,
    signIn,
    now,
    log: createLog({ level: config.logLevel, now, write: (line) => process.stderr.write(line) }),
  });
  const { exchange: fileExchange, profiles } = await openExchangeOver(database, audit, dictionary);
  const balance = balanceOver({ database, audit, keys, organization, conditions, policy, now });
  const plans = await openPlans({ database, organization, conditions, balance, gate, audit, cases, now });
  const recognition = openRecognition({
    database,
    gate,
    audit,
    cases,
    organization,
    conditions,
    balance,
    plans,
    now,
  });
  const sheets = new Sheets({ database, gate, audit, library, files });
  const surveys = new Surveys({ database, gate, audit, library });
  const quality = new Quality({ database, gate, audit, cases, sheets, surveys, library, organization, balance, now });
  const { initiatives, ...initiated } = await openInitiatives({
    database,
    gate,
    audit,
    cases,
    sheets,
    library,
    organization,
    conditions,
    balance,
    plans,
    personal,
    jobs: () => jobs,
    now,
  });
  const seats = await openSeats({ database, organization, audit, jobs: () => jobs, now });
  const threads = openThreads(database, () => ({
    place: parts.place,
    dataFolder: config.dataFolder,
    standardFolders: parts.standardFolders ?? [],
    heldKeys: parts.place.kind === 'memory' ? keys.list() : [],
  }));
  const jobs = openJobs({
    database,
    threads,
    now,
    kinds: [
      ...balance.jobs,
      previewJob({ gate, exchange: fileExchange, files }),
      measureLedgerJob(() => ledger),
      projectJob(seats),
      ...initiated.jobs,
    ],
    log: createLog({ level: config.logLevel, now, write: (line) => process.stderr.write(line) }),
    atOnce: Math.max(1, availableParallelism() - 1),
  });
  const { ledger, projects } = await openLedger({
    database,
    audit,
    organization,
    conditions,
    balance,
    cases,
    gate,
    now,
    namesOf: (ids) => findNames(database, ids),
    costs: policy.costs,
  });
  const exchange = measuringExchange(fileExchange, ledger, jobs, now);
  const routes = [
    ...bindJobs(jobs, gate),
    ...bindFiles(files),
    ...organizationRoutesOver({
      checkLarge: checkInThread(files, jobs),
      gate,
      database,
      dictionary,
      organization,
      exchange,
      profiles: profiles.map(({ id, version, title }) => ({ id, version, name: title })),
    }),
    ...bindConditions(conditions),
    ...bindBalance(balance),
    ...bindPlans(plans),
    ...bindCasework({
      casework,
      cases,
      notices,
      areaName: async (area) => (await organization.area(area)).name,
      holds: (by, permission) => {
        const reach = gate.scope(by, permission);
        return reach.everything || reach.parts.length > 0;
      },
    }),
    ...bindInstruments({ library, sheets, surveys }),
    ...bindQuality(quality),
    ...bindSeats(seats),
    ...initiated.routes,
    ...bindLedger(ledger, projects, new Review(ledger, projects)),
    ...bindRecognition(recognition),
    ...bindPeople({ database, gate, audit, organization, now }, trial),
    ...bindSignIn({ signIn, trial, provider }),
    ...bindAudit({ audit, namesOf: (ids) => findNames(database, ids) }),
  ];
  await startCases(cases, notices);
  return {
    config,
    database,
    cases,
    keys,
    audit,
    notices,
    conditions,
    policy,
    organization,
    exchange,
    balance,
    plans,
    recognition,
    ledger,
    projects,
    openData: (area, year) =>
      exportPackage({ database, dictionary, organization, area, year, language: 'zh', at: now() }),
    gate,
    library,
    sheets,
    surveys,
    files,
    quality,
    seats,
    ...initiatives,
    jobs,
    threads,
    trial,
    personal,
    signIn,
    routes,
    now,
    async close() {
      await jobs.close();
      try {
        await audit.close();
      } finally {
        await database.close();
      }
    },
  };
}

/** The evaluation service over a catalogue, which may be another than the application's own. */
export function balanceOver(parts: {
  readonly database: Database;
  readonly audit: Audit;
  readonly keys: KeyRing;
  readonly organization: Organization;
  readonly conditions: Conditions;
  readonly policy: BalancePolicy;
  readonly now: () => Date;
}): Balance {
  const { database, audit, keys, organization, conditions, policy, now } = parts;
  return new Balance({
    database,
    audit,
    keys,
    registry: registryOver(database, organization),
    conditions,
    ...policy,
    now,
  });
}

/** Opens the application, does the work and closes it again, whatever happens. */
export async function withApplication<Result>(
  options: ApplicationOptions,
  work: (application: Application) => Promise<Result>,
): Promise<Result> {
  const application = await openApplication(options);
  try {
    return await work(application);
  } finally {
    await application.close();
  }
}
