import { setTimeout as wait } from 'node:timers/promises';
import { createGate, type Principal } from '#core/access';
import { withoutAudit } from '#core/audit';
import { workingCalendar } from '#core/calendar';
import type { Database } from '#core/db';
import { type CaseRef, Cases, casesMigrations, defineCaseKind } from '#engines/cases';
import type { BenchLine, BenchOptions } from './bench-line.ts';
import { openScratch } from './scratch-database.ts';

const caseCount = 100_000;
const people = 50;
const countyCount = 100;
const title = (text: string) => ({ zh: text, en: text });

const kind = defineCaseKind({
  kind: 'bench.request',
  version: 1,
  title: title('请求'),
  read: 'bench.act',
  initial: 'asked',
  open: { permission: 'bench.act' },
  states: {
    asked: { title: title('待办'), asks: ['grant', 'return'], within: 10 },
    granted: { title: title('已批'), asks: ['close'], within: 20 },
    closed: { title: title('办结'), final: true },
  },
  actions: {
    grant: { title: title('批准'), from: ['asked'], to: 'granted', permission: 'bench.act', notBy: ['open'] },
    return: { title: title('退回'), from: ['asked'], to: 'closed', permission: 'bench.act', reason: 'required' },
    close: { title: title('办结'), from: ['granted'], to: 'closed', permission: 'bench.act' },
  },
});

/** 100,000 cases in 100 counties: 50 people act at the same time, and look at their queues. */
export async function* run({ databaseUrl }: BenchOptions): AsyncGenerator<BenchLine> {
  const database = await openScratch(databaseUrl, [casesMigrations]);
  try {
    const cases = openCases(database);
    await cases.start();
    await fill(database, cases);
    yield await actions(database, cases, 1_000);
    yield await actions(database, cases, 0);
    yield* queues(database, cases);
  } finally {
    await database.close();
  }
}

function openCases(database: Database): Cases {
  const role = { id: 'officer', name: title('officer'), duty: title('officer'), at: 'area' } as const;
  const gate = createGate({
    roles: new Map([['officer', { ...role, permissions: ['bench.act'] }]]),
    today: () => '2026-11-20',
    oddAreas: () => new Map(),
  });
  const calendar = workingCalendar([{ year: 2026, off: new Set(), work: new Set() }]);
  const cases = new Cases({ database, gate, calendar, audit: withoutAudit, now: () => new Date() });
  cases.register(kind);
  return cases;
}

const county = (n: number): string => String(340_101 + (n % countyCount));
const officer = (n: number, area: string): Principal => ({
  id: `officer-${n}`,
  name: '',
  kind: 'person',
  grants: [{ role: 'officer', area }],
});

/** One case by the engine itself, the others as copies of its rows: what is measured comes afterwards. */
async function fill(database: Database, cases: Cases): Promise<void> {
  const ref = await cases.open(officer(999, '340000'), 'bench.request', { area: county(0), title: '请求' });
  await database.query(
    `INSERT INTO case_current SELECT (340101 + n % ${countyCount})::text, lpad(n::text, 26, '0'), kind, version,
       (340101 + n % ${countyCount})::text, unit_id, title || n, about_kind, about_id, state, is_final, seq, opened_by,
       opened_at, acted_at, assignee, due_on + (n % 40), due_missing_years, escalated, next_escalation_on, barred, hash
     FROM case_current, generate_series(1, ${caseCount - 1}) AS n WHERE case_id = $1`,
    [ref.id],
  );
  await database.query(
    `INSERT INTO case_action SELECT (340101 + n % ${countyCount})::text, lpad(n::text, 26, '0'), seq, action, by_person, at,
       fields, files, comment, jsonb_set(opening, '{area}', to_jsonb((340101 + n % ${countyCount})::text)), request_key, hash
     FROM case_action, generate_series(1, ${caseCount - 1}) AS n WHERE case_id = $1`,
    [ref.id],
  );
  await database.query('VACUUM ANALYZE case_current');
  await database.query('ANALYZE case_action');
}

let nextCase = 1;
const takeCase = (): CaseRef => {
  const n = nextCase++;
  return { county: county(n), id: String(n).padStart(26, '0') };
};

/** Each person acts again and again, with so long between two acts. */
async function actions(database: Database, cases: Cases, thinkMs: number): Promise<BenchLine> {
  const times: number[] = [];
  const perPerson = thinkMs === 0 ? 60 : 20;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: people }, async (_, n) => {
      const by = officer(n, '340000');
      await wait((thinkMs * n) / people);
      for (let act = 0; act < perPerson; act += 1) {
        const ref = takeCase();
        const start = performance.now();
        await cases.act(by, ref, 'grant', { seenSeq: 1, requestKey: `${n}-${act}-${thinkMs}` });
        times.push(performance.now() - start);
        await wait(thinkMs);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const p95 = quantile(times, 0.95);
  const [granted] = await database.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM case_current WHERE state = 'granted'",
  );
  const isPaced = thinkMs > 0;
  return {
    bench: isPaced
      ? 'cases, action, 50 people with a second between two acts, p95'
      : 'cases, action, 50 people without a pause, p95',
    n: caseCount,
    ours_ms: p95,
    peer: 'the goal',
    peer_ms: 50,
    ratio: p95 / 50,
    goal: isPaced ? 'p95 under 50 ms on PostgreSQL' : 'no goal: what the machine gives at most',
    met: !isPaced || p95 < 50,
    correct: granted?.count === nextCase - 1,
    note: `${database.engine}; median ${quantile(times, 0.5).toFixed(1)} ms; ${Math.round(times.length / seconds)} acts a second; ${times.length} acts`,
  };
}

async function* queues(database: Database, cases: Cases): AsyncGenerator<BenchLine> {
  for (const [who, area] of [
    ['a county', county(7)],
    ['a province', '340000'],
  ] as const) {
    const by = officer(1, area);
    const times: number[] = [];
    let isRight = true;
    for (let round = 0; round < 15; round += 1) {
      const start = performance.now();
      const rows = await cases.queue(by, { limit: 50 });
      const counts = await cases.count(by);
      times.push(performance.now() - start);
      isRight &&= rows.length === 50 && (counts[0]?.waiting ?? 0) > 900;
    }
    const median = quantile(times, 0.5);
    yield {
      bench: `cases, queue page of ${who} with its counts`,
      n: caseCount,
      ours_ms: median,
      peer: 'the goal',
      peer_ms: 100,
      ratio: median / 100,
      goal: 'under 100 ms',
      met: median < 100,
      correct: isRight,
      note: `${database.engine}; p95 ${quantile(times, 0.95).toFixed(1)} ms`,
    };
  }
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
