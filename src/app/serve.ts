import { scheduleBackups } from '#core/backup';
import { nationCode } from '#core/codes';
import { createLog, type Log } from '#core/log';
import { type Application, openApplication } from './application.ts';
import { appErrors } from './errors.ts';
import { backupFolder, holdingsOf, recordBackup } from './holdings.ts';
import { listen } from './listen.ts';
import { oneTimeLink } from './one-time-link.ts';
import { runSweeps } from './run-sweeps.ts';
import { createServer } from './server.ts';
import { version } from './version.ts';

export interface ServeOptions {
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  readonly data?: string | undefined;
  /** Whether an empty database gets the invented county. */
  readonly demo: boolean;
  readonly say: (line: string) => void;
}

/** Starts the system for people and stays until it is told to stop. */
export async function serve({ port, host, data, demo, say }: ServeOptions): Promise<void> {
  say(`Junheng 均衡 ${version}`);
  say('正在打开数据库… opening the database…');
  const application = await openApplication({ dataFolder: data });
  try {
    if (demo) await writeDemoIfEmpty(application, say);
    await application.jobs.resume();
    const server = await createServer(application);
    const shownHost = host ?? application.config.host;
    await refuseOpenTrial(application, shownHost);
    const taken = await listen(server, shownHost, port ?? application.config.port);
    say(`请在浏览器打开  open in a browser:  http://${shownHost === '0.0.0.0' ? 'localhost' : shownHost}:${taken}/`);
    await sayFirstLink(application, `http://${shownHost === '0.0.0.0' ? 'localhost' : shownHost}:${taken}`, say);
    if (application.database.engine === 'embedded') {
      say('内置数据库能经受程序中断，但不能保证断电不丢数据：请定期备份（junheng backup）。');
      say('The embedded database survives a killed process, not a power cut: keep backups (junheng backup).');
    }
    const endBackups = startBackups(application);
    await recordSystem(application, 'system.start');
    const endSweeps = runSweeps(application, logOf(application));
    await stopSignal();
    say('正在停止… stopping…');
    await server.close();
    await endSweeps();
    await endBackups();
    await recordSystem(application, 'system.stop');
  } finally {
    await application.close();
  }
}

/** Until there is an administrator anybody on this machine may do everything; the link ends that. */
async function sayFirstLink({ signIn, now, config }: Application, here: string, say: (line: string) => void) {
  const token = await signIn.firstLink(now());
  if (token === undefined) return;
  say('目前为试用：本机任何人都可操作。设立首位管理员（链接 1 小时内有效，仅可用一次）：');
  say(
    'This is a trial: anybody on this machine may do everything. To make the first administrator (within an hour, once):',
  );
  say(oneTimeLink(config.publicAddress ?? here, token));
}

/** A gap in the trail is explained by the system having been off. */
function recordSystem({ audit }: Application, act: 'system.start' | 'system.stop'): Promise<void> {
  const on = { kind: 'installation', id: 'installation', area: nationCode };
  return audit.record({ by: { id: 'system', kind: 'system' }, act, on, result: 'done', details: { version } });
}

/** The embedded database is backed up on a schedule unless the settings say otherwise; a server has its own keeper. */
function startBackups({ config, database, audit, now }: Application): () => Promise<void> {
  if (!(config.scheduledBackup ?? database.engine === 'embedded')) return async () => {};
  return scheduleBackups(holdingsOf(database, config), {
    folder: backupFolder(config),
    everyHours: config.backupHours,
    kept: config.backupsKept,
    now,
    onMade: (file) => recordBackup(audit, file),
    log: logOf({ config, now }),
  });
}

function logOf({ config, now }: Pick<Application, 'config' | 'now'>): Log {
  return createLog({ level: config.logLevel, now, write: (line) => process.stderr.write(line) });
}

/** First start: there must be something to look at. */
async function writeDemoIfEmpty(application: Application, say: (line: string) => void): Promise<void> {
  const { database, conditions, now } = application;
  const [unit] = await database.query('SELECT id FROM unit LIMIT 1');
  if (unit !== undefined) return;
  say('数据库是空的：正在写入演示县（虚构）… the database is empty: writing the invented county…');
  const { writeDemo } = await import('#modules/demo');
  const { dictionary } = conditions.catalogue.library;
  const written = await writeDemo({ size: 'county', target: { database, dictionary, at: now() } });
  const { writeDemoLedger } = await import('./demo-ledger.ts');
  await writeDemoLedger(application);
  const { writeDemoQuality } = await import('./demo-quality.ts');
  await writeDemoQuality(application);
  const { writeDemoAdmission } = await import('./demo-admission.ts');
  await writeDemoAdmission(application);
  const { writeDemoPlanning } = await import('./demo-planning.ts');
  await writeDemoPlanning(application);
  say(
    `已写入 ${written.units} 所学校、${written.facts} 个数据（均为虚构）  ${written.units} schools, ${written.facts} figures, all invented`,
  );
}

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

/** In a trial nobody signs in, so nobody but this machine may ask. @throws DomainError `app.trialIsLocal` */
async function refuseOpenTrial({ trial }: Application, host: string): Promise<void> {
  if (!loopback.has(host) && (await trial.isOn())) throw appErrors.trialIsLocal({ host });
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
