import { z } from 'zod';
import { createGate, operatorPrincipal } from '#core/access';
import { type Audit, auditMigrations, openAudit } from '#core/audit';
import { workingCalendar } from '#core/calendar';
import { type Database, openDatabase } from '#core/db';
import { openKeyRing } from '#core/keys';
import { createLog } from '#core/log';
import { Cases, casesMigrations, defineCaseKind, type Effect } from '#engines/cases';
import { Notices, noticesMigrations } from '#engines/notices';
import { county } from './schools.ts';

const step = (from: string, to: string) => ({
  title: { zh: to, en: to },
  from: [from],
  to,
  permission: 'killTest.act',
  fields: z.object({ step: z.int() }),
  effect: 'count',
});

/** A case that goes to and fro; every act has an effect of two rows, so that half of it would show. */
const countedKind = defineCaseKind({
  kind: 'killTest.counted',
  version: 1,
  title: { zh: '中断试验', en: 'Kill test' },
  read: 'killTest.act',
  initial: 'asked',
  open: { permission: 'killTest.act', fields: z.object({ step: z.int() }), effect: 'count' },
  states: {
    asked: { title: { zh: '待办', en: 'Asked' }, asks: ['grant'], within: 5 },
    granted: { title: { zh: '已批', en: 'Granted' }, asks: ['return', 'close'] },
    closed: { title: { zh: '办结', en: 'Closed' }, final: true },
  },
  actions: { grant: step('asked', 'granted'), return: step('granted', 'asked'), close: step('granted', 'closed') },
});

const count: Effect = async ({ session, ref, action }) => {
  for (const part of ['a', 'b']) {
    await session.query('INSERT INTO kill_effect (county_code, case_id, seq, part) VALUES ($1, $2, $3, $4)', [
      ref.county,
      ref.id,
      action.seq,
      part,
    ]);
  }
};

export const actor = operatorPrincipal('victim');

export interface CountedCases {
  readonly database: Database;
  readonly cases: Cases;
  readonly audit: Audit;
  close(): Promise<void>;
}

/** Cases, notices and the audit trail over the embedded database in a folder, as the product puts them together. */
export async function openCountedCases(folder: string): Promise<CountedCases> {
  const now = () => new Date();
  const database = await openDatabase({
    place: { kind: 'folder', folder },
    migrations: [
      auditMigrations,
      casesMigrations,
      noticesMigrations,
      { owner: 'kill', folder: new URL('./effects/', import.meta.url) },
    ],
    cacheFolder: '.cache',
  });
  const operator = { id: 'operator', name: { zh: '', en: '' }, duty: { zh: '', en: '' }, at: 'nowhere' } as const;
  const gate = createGate({
    roles: new Map([['operator', { ...operator, permissions: 'all' }]]),
    today: () => '2026-11-20',
    oddAreas: () => new Map(),
  });
  const audit = openAudit({
    database,
    keys: openKeyRing(`${folder}/keys`, now),
    folder: `${folder}/audit`,
    hash: 'sha256',
    now,
  });
  const log = createLog({ level: 'silent', now, write: () => {} });
  const notices = new Notices({ database, gate, now, log });
  const cases = new Cases({
    database,
    gate,
    audit,
    now,
    calendar: workingCalendar([]),
    tell: (session, notice) => notices.put(session, notice),
  });
  cases.register(countedKind, { count });
  await cases.start();
  return {
    database,
    cases,
    audit,
    async close() {
      await audit.close();
      await database.close();
    },
  };
}

/** What a database holds after it was opened again. */
export interface CountedState {
  /** The number of the last action, by case. */
  readonly seqs: Readonly<Record<string, number>>;
  /** Actions whose effect is not exactly two rows, or effects without an action. */
  readonly halves: number;
  /** Cases whose history or derived row does not verify. */
  readonly faults: number;
  /** The trail holds and has one entry for every action. */
  readonly isAudited: boolean;
}

export async function readCounted({ database, cases, audit }: CountedCases): Promise<CountedState> {
  const rows = await database.query<{ case_id: string; seq: number }>(
    'SELECT case_id, max(seq)::int AS seq FROM case_action WHERE county_code = $1 GROUP BY case_id',
    [county],
  );
  const [halves] = await database.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (
       SELECT coalesce(a.case_id, e.case_id), coalesce(a.seq, e.seq) FROM case_action a
       FULL JOIN kill_effect e ON e.county_code = a.county_code AND e.case_id = a.case_id AND e.seq = a.seq
       GROUP BY 1, 2, a.case_id HAVING count(e.part) <> 2 OR a.case_id IS NULL) AS odd`,
  );
  const [actions] = await database.query<{ count: number }>('SELECT count(*)::int AS count FROM case_action');
  const [entries] = await database.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM audit_entry WHERE on_kind = 'killTest.counted'",
  );
  const { holds } = await audit.verify();
  return {
    seqs: Object.fromEntries(rows.map(({ case_id, seq }) => [case_id, seq])),
    halves: halves?.count ?? -1,
    faults: (await cases.verify()).length,
    isAudited: holds && actions?.count === entries?.count,
  };
}
