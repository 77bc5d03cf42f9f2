import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Principal } from '#core/access';
import { type WorkingCalendar, workingCalendar } from '#core/calendar';
import type { Database } from '#core/db';
import type { NewNotice } from '#engines/notices';
import { testEngines } from '#test-database';
import { Cases } from './cases.ts';
import { defineCaseKind } from './define-case-kind.ts';
import { casesMigrations } from './index.ts';
import { type CaseRef, caseName } from './model.ts';
import type { Effect } from './parts.ts';
import { repairKind, repairSpec } from './test-kind.ts';
import { clerk, county, gate, head, officer, otherClerk, province, school, second, stranger } from './test-people.ts';

const calendar = workingCalendar([{ year: 2026, off: new Set(), work: new Set() }]);
const spentTable = {
  owner: 'trial',
  folder: new URL('./test-migrations/', import.meta.url),
};
let now = new Date('2026-11-16T02:00:00Z');
const audited: string[] = [];
const told: NewNotice[] = [];

const spend: Effect = async ({ session, ref, action }) => {
  await session.query('INSERT INTO trial_spent (county_code, case_id, fen) VALUES ($1, $2, $3)', [
    ref.county,
    ref.id,
    action.fields.grantedFen,
  ]);
  if (action.fields.grantedFen === 13) throw new Error('the effect failed');
};

function casesOver(database: Database, kind = repairKind, days: WorkingCalendar = calendar): Cases {
  const cases = new Cases({
    database,
    gate,
    calendar: days,
    now: () => now,
    tell: async (_session, notice) => {
      told.push(notice);
    },
    audit: {
      append: async (_session, { act, by }) => {
        audited.push(`${by?.id} ${act}`);
      },
    },
  });
  cases.register(kind, { spend });
  return cases;
}

describe.each(testEngines)('cases on $engine', ({ open }) => {
  let database: Database;
  let cases: Cases;
  beforeAll(async () => {
    database = await open([casesMigrations, spentTable]);
    cases = casesOver(database);
    await cases.start();
  });
  afterAll(() => database.close());
  beforeEach(() => {
    now = new Date('2026-11-16T02:00:00Z');
  });

  const openRepair = (title = '换窗', more: object = {}) =>
    cases.open(clerk, 'trial.repair', { area: county, unit: school, title, fields: { costFen: 5000 }, ...more });
  const submitted = async (title?: string): Promise<CaseRef> => {
    const ref = await openRepair(title);
    await cases.act(clerk, ref, 'submit');
    return ref;
  };
  const stateOf = async (ref: CaseRef) => (await cases.read(head, ref)).now.state;
  const spentOn = async ({ id }: CaseRef) =>
    (await database.query<{ fen: number }>('SELECT fen FROM trial_spent WHERE case_id = $1', [id])).map(
      ({ fen }) => fen,
    );

  test('a case goes from hand to hand and keeps every step', async () => {
    const ref = await openRepair('屋顶', { files: [{ file: 'f1', name: '照片.jpg' }] });
    await cases.act(clerk, ref, 'submit', { fields: { note: '漏雨' } });
    await cases.act(officer, ref, 'comment', { comment: '已看现场' });
    await cases.act(officer, ref, 'return', { comment: '缺预算' });
    await cases.act(clerk, ref, 'submit');
    await cases.act(officer, ref, 'grant', { fields: { grantedFen: 4000 } });
    await cases.act(clerk, ref, 'report', { files: [{ file: 'f2', name: '完工.jpg' }] });
    await cases.act(head, ref, 'accept', { files: [{ file: 'f3', name: '验收.pdf' }] });
    const view = await cases.read(head, ref);
    expect(view.now).toMatchObject({
      state: 'closed',
      isFinal: true,
      seq: 8,
      fields: { costFen: 5000, grantedFen: 4000 },
    });
    expect(view.history.map(({ action, by }) => `${by} ${action}`)).toEqual([
      'clerk open',
      'clerk submit',
      'officer comment',
      'officer return',
      'clerk submit',
      'officer grant',
      'clerk report',
      'head accept',
    ]);
    expect(view.possible.map(({ action }) => action)).toEqual(['reopen']);
    expect(await spentOn(ref)).toEqual([4000]);
    expect(audited.filter((line) => line === 'officer trial.repair.grant').length).toBeGreaterThan(0);
    expect((await cases.act(head, ref, 'reopen', { comment: '返工' })).state).toBe('granted');
  });

  test('permission: neither a stranger nor another school’s clerk knows of it, a reader cannot act', async () => {
    const ref = await submitted();
    for (const person of [stranger, otherClerk]) {
      await expect(cases.read(person, ref)).rejects.toMatchObject({ code: 'cases.notFound' });
      await expect(cases.act(person, ref, 'grant', { fields: { grantedFen: 1 } })).rejects.toMatchObject({
        code: 'cases.notFound',
      });
      expect(await cases.list(person)).toEqual([]);
      expect(await cases.queue(person)).toEqual([]);
    }
    await expect(cases.act(province, ref, 'return', { comment: 'x' })).rejects.toMatchObject({
      code: 'access.forbidden',
    });
    await expect(cases.act(clerk, ref, 'grant', { fields: { grantedFen: 1 } })).rejects.toMatchObject({
      code: 'access.forbidden',
    });
    await expect(cases.open(officer, 'trial.repair', { area: county, title: 'x' })).rejects.toMatchObject({
      code: 'access.forbidden',
    });
    expect(await stateOf(ref)).toBe('submitted');
  });

  test('of two at once one wins, the other is told what happened and by whom', async () => {
    const ref = await submitted();
    const seen = (await cases.read(officer, ref)).now.seq;
    const outcomes = await Promise.allSettled([
      cases.act(officer, ref, 'grant', { fields: { grantedFen: 100 }, seenSeq: seen }),
      cases.act(second, ref, 'return', { comment: '缺材料', seenSeq: seen }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes.find(({ status }) => status === 'rejected');
    const isGranted = outcomes[0]?.status === 'fulfilled';
    expect(lost).toMatchObject({
      reason: {
        code: 'cases.overtaken',
        status: 409,
        parameters: {
          by: isGranted ? 'officer' : 'second',
          action: isGranted ? { zh: '批准', en: 'Grant' } : { zh: '退回', en: 'Return' },
        },
      },
    });
    expect(await spentOn(ref)).toEqual(isGranted ? [100] : []);
  });

  test('many at once: one grant, whoever it is, and no half effect', async () => {
    const refs = await Promise.all(Array.from({ length: 5 }, () => submitted()));
    const seen = 2;
    await Promise.allSettled(
      refs.flatMap((ref) =>
        [officer, second, head].map((by, index) =>
          cases.act(by, ref, 'grant', { fields: { grantedFen: 10 + index }, seenSeq: seen }),
        ),
      ),
    );
    for (const ref of refs) {
      expect((await cases.read(head, ref)).now).toMatchObject({ state: 'granted', seq: 3 });
      expect(await spentOn(ref)).toHaveLength(1);
    }
  });

  test('a comment overtakes nobody', async () => {
    const ref = await submitted();
    await cases.act(head, ref, 'comment', { comment: '尽快' });
    expect((await cases.act(officer, ref, 'grant', { fields: { grantedFen: 1 }, seenSeq: 2 })).state).toBe('granted');
  });

  test('the same request twice is done once', async () => {
    const first = await openRepair('再来', { requestKey: 'k1' });
    const [again, atOnce] = await Promise.all([
      openRepair('再来', { requestKey: 'k1' }),
      openRepair('再来', { requestKey: 'k1' }),
    ]);
    expect([again, atOnce]).toEqual([first, first]);
    await cases.act(clerk, first, 'submit', { requestKey: 'k2' });
    const twice = await Promise.all([
      cases.act(officer, first, 'grant', { fields: { grantedFen: 7 }, requestKey: 'k3' }),
      cases.act(officer, first, 'grant', { fields: { grantedFen: 7 }, requestKey: 'k3' }),
    ]);
    expect(twice.map(({ seq }) => seq)).toEqual([3, 3]);
    expect(await spentOn(first)).toEqual([7]);
  });

  test('an effect that fails takes the action back with it', async () => {
    const ref = await submitted();
    await expect(cases.act(officer, ref, 'grant', { fields: { grantedFen: 13 } })).rejects.toThrow(/effect failed/);
    expect(await stateOf(ref)).toBe('submitted');
    expect(await spentOn(ref)).toEqual([]);
  });

  test('fields, evidence and reasons are asked for by name', async () => {
    const ref = await submitted();
    await expect(cases.act(officer, ref, 'grant', { fields: { grantedFen: 'much' } })).rejects.toMatchObject({
      code: 'cases.fieldRefused',
      parameters: { field: { zh: '批准金额', en: 'Granted' } },
    });
    await expect(cases.act(officer, ref, 'grant', { fields: { grantedFen: 1, more: 1 } })).rejects.toMatchObject({
      code: 'cases.fieldRefused',
    });
    await expect(cases.act(officer, ref, 'return', { comment: ' ' })).rejects.toMatchObject({
      code: 'cases.reasonMissing',
      text: { zh: '“退回”须说明理由。', en: '“Return” needs a reason.' },
    });
    await cases.act(officer, ref, 'grant', { fields: { grantedFen: 1 } });
    await expect(cases.act(second, ref, 'accept')).rejects.toMatchObject({ code: 'cases.evidenceMissing' });
    await expect(cases.act(officer, ref, 'accept', { files: [{ file: 'f', name: 'n' }] })).rejects.toMatchObject({
      code: 'cases.fourEyes',
    });
    await expect(cases.act(officer, ref, 'dance')).rejects.toMatchObject({ code: 'cases.actionUnknown' });
    await expect(cases.act(officer, ref, 'escalate')).rejects.toMatchObject({ code: 'cases.actionUnknown' });
    await expect(cases.open(clerk, 'trial.nothing', { area: county, unit: school, title: 'x' })).rejects.toMatchObject({
      code: 'cases.kindUnknown',
    });
  });

  test('taking, giving and giving back', async () => {
    const ref = await submitted();
    await cases.act(officer, ref, 'claim');
    await expect(cases.act(second, ref, 'claim')).rejects.toMatchObject({ code: 'cases.assignedElsewhere' });
    await expect(cases.act(second, ref, 'return', { comment: 'x' })).rejects.toMatchObject({
      code: 'cases.assignedElsewhere',
    });
    expect((await cases.queue(second)).map(({ case_id }) => case_id)).not.toContain(ref.id);
    expect((await cases.queue(officer, { mine: true })).map(({ case_id }) => case_id)).toEqual([ref.id]);
    await expect(cases.act(second, ref, 'release')).rejects.toMatchObject({ code: 'cases.notTheirs' });
    await expect(cases.act(officer, ref, 'assign', { fields: { to: 'second' } })).rejects.toMatchObject({
      code: 'access.forbidden',
    });
    await cases.act(head, ref, 'assign', { fields: { to: 'second' } });
    expect((await cases.read(head, ref)).now.assignee).toBe('second');
    await cases.act(second, ref, 'release');
    expect((await cases.act(second, ref, 'return', { comment: '缺' })).state).toBe('draft');
  });

  test('the queue holds what one may do, by due day, and counts what is late', async () => {
    now = new Date('2026-11-02T02:00:00Z');
    const late = await submitted('过期');
    now = new Date('2026-11-16T02:00:00Z');
    const fresh = await submitted('新的');
    const rows = await cases.queue(officer, { kind: 'trial.repair', state: 'submitted', limit: 200 });
    const ids = rows.map(({ case_id }) => case_id);
    expect(ids.indexOf(late.id)).toBeLessThan(ids.indexOf(fresh.id));
    expect(rows[0]?.due_on).toBe('2026-11-05');
    expect((await cases.queue(officer, { due: 'overdue' })).map(({ case_id }) => case_id)).toEqual([late.id]);
    expect((await cases.queue(officer, { q: '过期' })).map(({ case_id }) => case_id)).toEqual([late.id]);
    const [counted] = await cases.count(officer);
    expect(counted).toMatchObject({ kind: 'trial.repair', overdue: 1 });
    expect(counted?.waiting).toBe((await cases.queue(officer, { limit: 200 })).length);
    expect((await cases.queue(clerk)).every(({ state }) => state === 'draft')).toBe(true);
    const pages = await cases.queue(officer, { limit: 2 });
    const last = pages.at(-1);
    const next = await cases.queue(officer, {
      limit: 1,
      after: { dueOn: last?.due_on ?? null, county, id: last?.case_id ?? '' },
    });
    expect(next[0]?.case_id).toBe((await cases.queue(officer, { limit: 3 }))[2]?.case_id);
  });

  test('what is overdue is told one step after another, once each, to whom the declaration names', async () => {
    now = new Date('2026-11-02T02:00:00Z');
    const ref = await submitted('没人理');
    const system: Principal = { id: 'system', name: 'system', kind: 'system', grants: [] };
    const toldOf = () => told.filter(({ about }) => about?.id === caseName(ref)).map(({ to, kind }) => ({ to, kind }));
    now = new Date('2026-11-05T02:00:00Z');
    await cases.escalate(system);
    expect(toldOf()).toEqual([]);
    now = new Date('2026-11-06T02:00:00Z');
    await cases.escalate(system);
    await Promise.all([cases.escalate(system), cases.escalate(system)]);
    expect(toldOf()).toEqual([{ to: { permission: 'trial.assign' }, kind: 'cases.overdue' }]);
    expect((await cases.read(head, ref)).now).toMatchObject({ escalated: 1, nextEscalationOn: '2026-11-13' });
    now = new Date('2026-11-30T02:00:00Z');
    expect(await cases.escalate(system)).toBeGreaterThan(0);
    expect(await cases.escalate(system)).toBe(0);
    expect(toldOf().map(({ to }) => to)).toEqual([{ permission: 'trial.assign' }, { permission: 'trial.supervise' }]);
    expect([...cases.escalationTargets()]).toEqual(['trial.assign', 'trial.supervise']);
    // Being told of it moves nothing: the officer's click still counts.
    expect((await cases.act(officer, ref, 'grant', { fields: { grantedFen: 1 }, seenSeq: 2 })).state).toBe('granted');
    expect(toldOf().at(-1)).toEqual({ to: { person: 'clerk' }, kind: 'cases.moved' });
    expect(await cases.verify()).toEqual([]);
  });

  test('due days are counted again once a year’s holidays are known', async () => {
    now = new Date('2026-12-30T02:00:00Z');
    const ref = await submitted('跨年');
    expect((await cases.read(head, ref)).now).toMatchObject({ dueOn: '2027-01-04', dueMissingYears: [2027] });
    const known = casesOver(
      database,
      repairKind,
      workingCalendar([
        { year: 2026, off: new Set(), work: new Set() },
        { year: 2027, off: new Set(['2027-01-01', '2027-01-04'] as const), work: new Set() },
      ]),
    );
    await known.start();
    await known.escalate({ id: 'system', name: 'system', kind: 'system', grants: [] });
    const [row] = await known.list(head, { q: '跨年' });
    expect(row).toMatchObject({ due_on: '2027-01-06', due_missing_years: [] });
    await known.rebuild();
    expect(await known.verify()).toEqual([]);
    await cases.rebuild();
  });

  test('drafts are one’s own and go when the action is done', async () => {
    const ref = await submitted();
    const draft = { fields: { grantedFen: 9 }, files: [], comment: '' };
    await cases.saveDraft(officer, ref, 'grant', draft);
    await cases.saveDraft(officer, ref, 'grant', { ...draft, fields: { grantedFen: 10 } });
    expect((await cases.read(officer, ref)).drafts).toMatchObject([{ action: 'grant', fields: { grantedFen: 10 } }]);
    expect((await cases.read(second, ref)).drafts).toEqual([]);
    await expect(cases.saveDraft(stranger, ref, 'grant', draft)).rejects.toMatchObject({ code: 'cases.notFound' });
    await cases.act(officer, ref, 'grant', { fields: { grantedFen: 10 } });
    expect((await cases.read(officer, ref)).drafts).toEqual([]);
  });

  test('a bulk action names every outcome', async () => {
    const refs = [await submitted(), await openRepair(), await submitted()];
    const outcomes = await cases.actOnEach(
      officer,
      refs.map((ref) => ({ ref })),
      'return',
      { comment: '统一退回' },
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['done', 'refused', 'done']);
    expect(outcomes[1]).toMatchObject({ refusal: { code: 'cases.wrongState' } });
  });

  test('an act can join the caller’s transaction and goes with it', async () => {
    const ref = await submitted();
    await expect(
      database.transaction(async (session) => {
        await cases.act(officer, ref, 'grant', { fields: { grantedFen: 3 } }, session);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow(/changed my mind/);
    expect(await stateOf(ref)).toBe('submitted');
    expect(await spentOn(ref)).toEqual([]);
  });

  test('law: replay equals the stored rows; a changed action is found; rows can be made again', async () => {
    expect(await cases.verify()).toEqual([]);
    const ref = await submitted();
    await database.query("UPDATE case_current SET state = 'closed', is_final = true WHERE case_id = $1", [ref.id]);
    expect(await cases.verify()).toEqual([{ ref, fault: 'row', seq: 2 }]);
    expect(await cases.rebuild()).toBe(1);
    expect(await cases.verify()).toEqual([]);
    await database.query("UPDATE case_action SET by_person = 'officer' WHERE case_id = $1 AND seq = 2", [ref.id]);
    expect(await cases.verify()).toEqual([{ ref, fault: 'chain', seq: 2 }]);
    await database.query("UPDATE case_action SET by_person = 'clerk' WHERE case_id = $1 AND seq = 2", [ref.id]);
    await database.query('UPDATE case_action SET seq = 5 WHERE case_id = $1 AND seq = 2', [ref.id]);
    expect((await cases.verify()).map(({ fault }) => fault)).toEqual(['chain', 'replay']);
    await database.query('UPDATE case_action SET seq = 2 WHERE case_id = $1 AND seq = 5', [ref.id]);
  });

  test('a changed declaration needs a higher version; stored cases stay with theirs', async () => {
    const old = await submitted();
    const changed = {
      ...repairSpec,
      states: { ...repairSpec.states, submitted: { ...repairSpec.states.submitted, within: 5 } },
    };
    await expect(casesOver(database, defineCaseKind(changed)).start()).rejects.toMatchObject({
      code: 'cases.declarationChanged',
      parameters: { kind: 'trial.repair', version: 1 },
    });
    const newer = casesOver(database, defineCaseKind({ ...changed, version: 2 }));
    await newer.start();
    const young = await newer.open(clerk, 'trial.repair', {
      area: county,
      unit: school,
      title: '新版',
      fields: { costFen: 1 },
    });
    await newer.act(clerk, young, 'submit');
    expect((await newer.read(officer, young)).now.dueOn).toBe('2026-11-23');
    expect((await newer.read(officer, old)).now.dueOn).toBe('2026-11-19');
    await expect(newer.act(officer, old, 'grant', { fields: { grantedFen: -1 } })).rejects.toMatchObject({
      code: 'cases.fieldRefused',
      parameters: { field: { zh: '批准金额', en: 'Granted' } },
    });
    expect((await newer.act(officer, old, 'grant', { fields: { grantedFen: 1 } })).version).toBe(1);
    const withoutEffect = new Cases({ database, gate, calendar, now: () => now, audit: { append: async () => {} } });
    const { effect: _, ...grant } = repairSpec.actions.grant;
    withoutEffect.register(defineCaseKind({ ...changed, version: 3, actions: { ...repairSpec.actions, grant } }));
    await expect(withoutEffect.start()).rejects.toMatchObject({ code: 'cases.effectMissing' });
  });
});
