import { readFileSync } from 'node:fs';
import { withoutAudit } from '#core/audit';
import type { Database } from '#core/db';
import { type Exchange, exchangeMigrations, openExchange } from '#engines/exchange';
import { factsMigrations } from '#engines/facts';
import { exchangeRegistry, organizationMigrations, registryDatasets } from '#modules/organization';
import { loadDictionary, readChecks } from '#standards';
import { type BenchLine, type BenchOptions, compareTimes, timed } from './bench-line.ts';
import { openScratch } from './scratch-database.ts';

const people = 1_000_000;
const rounds = 3;
const countyCode = '341181';
const at = new Date('2026-10-01T00:00:00Z');
const goal = 'at least half the rate of a raw COPY of the same rows';

const profile = `
profile: bench-staff
title: { zh: 教职工, en: Staff }
sheets:
  - records:
      - dataset: staff
        fields:
          unitId: 学校标识码
          id: 人员编号
          role: 岗位
          stage: 任教学段
          subject: 任教学科
          fullTime: 是否专任
          degree: 学历
          backbone: 骨干教师
          certificate: 教师资格证
          title: 职务
`;

const textOf = (path: string) => ({ path, text: readFileSync(path, 'utf8') });

/** A list of a million people, parsed, mapped, checked and committed, against COPY of the rows as they end up in the table. */
export async function* run({ databaseUrl }: BenchOptions): AsyncGenerator<BenchLine> {
  const { dictionary } = loadDictionary(textOf('policies/measures.yaml'));
  const migrations = [organizationMigrations, factsMigrations, exchangeMigrations];
  const database = await openScratch(databaseUrl, migrations);
  try {
    await fillUnits(database);
    const profiles = new Map([['bench-staff', profile]]);
    const exchange = openExchange({
      audit: withoutAudit,
      database,
      dictionary,
      datasets: registryDatasets,
      registry: exchangeRegistry,
      checks: readChecks(textOf('policies/checks/cross-form-checks.yaml'), dictionary).checks,
      profiles,
    });
    yield* compare(database, exchange);
  } finally {
    await database.close();
  }
}

async function* compare(database: Database, exchange: Exchange): AsyncGenerator<BenchLine> {
  const request = {
    areaCode: countyCode,
    schoolYear: 2026,
    profile: 'bench-staff',
    file: { name: 'staff.csv', bytes: inventStaff() },
    by: 'bench',
    at,
    partial: false,
  };
  const ours: number[] = [];
  const again: number[] = [];
  const peer: number[] = [];
  let correct = true;
  for (let round = 0; round < rounds; round++) {
    const imported = await timed(() => exchange.importFile(request));
    ours.push(imported.ms);
    const held = await digest(database);
    const repeated = await timed(() => exchange.importFile(request));
    again.push(repeated.ms);
    const rows = await collect(database.copyOut(`SELECT ${columns.join(', ')} FROM staff ORDER BY sheet_row`));
    await database.query('TRUNCATE staff');
    peer.push((await timed(() => database.copyInText({ table: 'staff', columns }, pieces(rows)))).ms);
    correct &&=
      imported.answer.preview.rowsReady === people &&
      repeated.answer.changes.every(({ unchanged }) => unchanged === people) &&
      held === (await digest(database)) &&
      held.startsWith(`${people} `);
    await database.query('TRUNCATE staff, import_batch, import_file');
  }
  const note = `all checks on; ${database.engine}; COPY into the same table with its key`;
  const common = { n: people, peer: 'raw COPY', note };
  yield compareTimes({ bench: 'import, staff list from CSV', goal, most: 2, ...common }, ours, peer, correct);
  yield compareTimes(
    {
      bench: 'import, the same list again, nothing changes',
      goal: 'none of its own',
      most: Number.POSITIVE_INFINITY,
      ...common,
    },
    again,
    peer,
    correct,
  );
}

const columns = [
  'county_code',
  'school_year',
  'unit_id',
  'id',
  'role',
  'stage',
  'subject',
  'full_time',
  'degree',
  'backbone',
  'certificate',
  'title',
  'batch_id',
  'sheet',
  'sheet_row',
];

const schools = Array.from({ length: 2_000 }, (_, n) => String(2_134_000_000 + n));

async function fillUnits(database: Database): Promise<void> {
  const target = { table: 'unit', columns: ['county_code', 'id', 'kind', 'category', 'stages', 'name', 'ownership'] };
  await database.copyIn(
    target,
    schools.map((id) => [countyCode, id, 'school', 'primary', ['primary'], `第${id}小学`, 'public']),
  );
}

function inventStaff(): Uint8Array {
  const degrees = ['本科', '专科', '硕士', '高中阶段'];
  const subjects = ['语文', '数学', '体育', '音乐', '英语'];
  const lines = ['学校标识码,人员编号,岗位,任教学段,任教学科,是否专任,学历,骨干教师,教师资格证,职务'];
  for (let n = 0; n < people; n++) {
    const school = schools[Math.floor(n / (people / schools.length))];
    lines.push(
      `${school},T${n},专任教师,小学,${subjects[n % 5]},是,${degrees[n % 4]},${n % 9 === 0 ? '是' : '否'},是,一级教师`,
    );
  }
  return new TextEncoder().encode(lines.join('\n'));
}

/** Number of rows and a sum over all their cells. */
async function digest(database: Database): Promise<string> {
  const cells = columns.filter((column) => column !== 'batch_id').map((column) => `${column}::text`);
  const [row] = await database.query<{ count: number; sum: string }>(
    `SELECT count(*) AS count, sum(hashtext(concat_ws(' ', ${cells.join(', ')})))::text AS sum FROM staff`,
  );
  return `${row?.count} ${row?.sum}`;
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) {
    chunks.push(chunk.slice());
  }
  return chunks;
}

async function* pieces(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
