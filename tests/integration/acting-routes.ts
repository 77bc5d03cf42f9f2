import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Database } from '#core/db';
import { newId } from '#core/ids';

/** Acts that leave no entry, each with its reason. */
export const unrecorded: Readonly<Record<string, string>> = {
  'instruments.respond': 'an entry would say when and from where an anonymous answer came',
};

/** Rooms whose acts change no record of the product. */
const changingNothing = new Set(['audit', 'conditions', 'jobs']);

/**
 * Rooms of routes that made-up input only brings to a refusal, and that write to the trail nowhere: neither themselves nor through the
 * acts of cases. A route is named by its room first: `signIn.accept`.
 */
export function roomsWithoutTrail(routes: readonly string[]): readonly string[] {
  const names = new Set(routes.map((route) => route.slice(0, route.indexOf('.'))));
  return [...names].filter((name) => !changingNothing.has(name) && !writesTrail(name));
}

function writesTrail(name: string): boolean {
  const folder = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const rooms = ['modules', 'engines', 'core']
    .map((floor) => `src/${floor}/${folder}`)
    .filter((room) => existsSync(room));
  return rooms.some((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .some((file) =>
        /audit\.(append|record)\(|cases\.(act|open|actOnEach)\(/.test(readFileSync(`${room}/${file}`, 'utf8')),
      ),
  );
}

/** What is no record of the product: the trail itself, the work under way, what somebody has read or not sent yet, sessions. */
export const passing = /^(audit_|core_job|core_session|case_draft|notice_read)/;

export interface ExamplePlace {
  readonly area: string;
  readonly unit: string;
  /** Who writes, and when. */
  readonly writer: string;
  readonly at: Date;
}

/** Bodies that the least object a schema accepts is not enough for. */
export const examples: Readonly<Record<string, (place: ExamplePlace) => object>> = {
  'instruments.inspect': ({ area, unit }) => ({ area, unit, instrument: 'CN-CONDITION-INSPECTION', title: '现场检查' }),
  'instruments.openSurvey': ({ area }) => ({
    area,
    instrument: 'CN-SATISFACTION',
    title: '满意度调查',
    opensOn: '2026-11-01',
    closesOn: '2026-12-01',
  }),
  'instruments.makeCodes': () => ({ respondent: 'parent', codes: 1, uses: 5 }),
  'instruments.sync': ({ writer, at }) => ({
    writer,
    // One of the two is an item of whichever sheet is there.
    changes: [
      { id: newId(at), item: 'visitedOn', base: 0, value: '2026-11-20', writtenAt: at.toISOString() },
      { id: newId(at), item: 'a1b1', base: 0, value: 'mostly', writtenAt: at.toISOString() },
    ],
  }),
  // One school only: a colleague of another one has a part in a campaign over the whole county.
  'campaigns.open': ({ unit }) => ({
    instrument: 'CN-KG-CONDUCT',
    units: [unit],
    title: '专项检查',
    fromOn: '2026-11-01',
    untilOn: '2026-12-01',
    rectifyBy: '2026-12-31',
  }),
  'forms.request': () => ({
    title: '课间活动月报',
    office: 'education',
    basis: '工作通知',
    why: '掌握情况',
    frequency: 'monthly',
    stages: ['primary'],
    minutes: 20,
    fromOn: '2026-11-01',
    untilOn: '2027-10-31',
    fields: [{ name: '课间活动场次', source: null }],
  }),
  'practice.applyForPilot': ({ unit }) => ({
    title: '试点',
    unit,
    clause: 'A12b',
    goal: '目标',
    measures: '做法',
    fromOn: '2026-12-01',
    midtermOn: '2027-06-01',
    untilOn: '2027-12-01',
  }),
  'quality.openRound': () => ({
    instrument: 'CN-CQE-2021-county',
    title: '质量评价',
    schoolYear: 2026,
    selfDueOn: '2026-12-01',
  }),
};

/** What was answered, and the tables that were written to meanwhile. */
export async function withTables<Answer>(
  database: Database,
  ask: () => Promise<Answer>,
): Promise<readonly [Answer, readonly string[]]> {
  const before = await changesOf(database);
  const answer = await ask();
  const after = await changesOf(database);
  return [answer, [...after].filter(([table, rows]) => rows !== (before.get(table) ?? 0)).map(([table]) => table)];
}

/** Rows written so far, table by table. */
async function changesOf(database: Database): Promise<ReadonlyMap<string, number>> {
  await database.query('SELECT pg_stat_force_next_flush()');
  const rows = await database.query<{ table: string; changes: number }>(
    'SELECT relname AS table, (n_tup_ins + n_tup_upd + n_tup_del)::int AS changes FROM pg_stat_user_tables',
  );
  return new Map(rows.map(({ table, changes }) => [table, changes]));
}
