// A process that starts a job (or takes up the one it finds), says what it sees of it, and stays until it is killed.
//
// node tests/integration/jobs/interrupted.ts FOLDER
import { writeSync } from 'node:fs';
import { argv } from 'node:process';
import { openDatabase } from '#core/db';
import { jobsMigrations } from '#core/jobs';
import { countingJobs } from './counting-jobs.ts';

const [folder = ''] = argv.slice(2);
const place = { kind: 'folder', folder } as const;
const database = await openDatabase({ place, migrations: [jobsMigrations], cacheFolder: '.cache' });
await database.query(
  'CREATE TABLE IF NOT EXISTS test_note (county_code text, note text, PRIMARY KEY (county_code, note))',
);
const jobs = countingJobs(database);
const say = (line: string): void => void writeSync(1, `${line}\n`);

await jobs.resume();
const [found] = await jobs.list({});
const input = { area: '990101', steps: 40, note: 'once' };
const { id } = found ?? (await jobs.start('test.own', input, { id: 'p1', name: '甲' }));
say(`job ${id}`);
while ((await jobs.find(id)).progress === null && (await jobs.find(id)).state !== 'done') {
  await new Promise((resolve) => setTimeout(resolve, 20));
}
say('under way');
await jobs.ended(id);
const notes = await database.query<{ note: string }>('SELECT note FROM test_note');
say(`done ${notes.map(({ note }) => note).join(' ')}`);
await jobs.close();
await database.close();
