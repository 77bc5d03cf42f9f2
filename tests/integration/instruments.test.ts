import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGate, type Principal } from '#core/access';
import { type AuditEntry, withoutAudit } from '#core/audit';
import type { Database, Session } from '#core/db';
import { type Files, filesMigrations, openFileStore, openFiles, scanOf } from '#core/files';
import { httpServer } from '#core/http';
import { createLog } from '#core/log';
import { bindInstruments, instrumentsMigrations, openInstruments, Sheets, Surveys } from '#engines/instruments';
import { testEngines } from './test-database.ts';

const now = new Date('2026-10-01T02:00:00Z');
const county = '990101';
const school = '2199000001';
const role = (id: string, at: 'area' | 'unit', permissions: string[]) =>
  [id, { id, at, permissions, name: { zh: id, en: id }, duty: { zh: '', en: '' } }] as const;
const gate = createGate({
  roles: new Map([
    role('clerk', 'unit', ['instruments.read', 'instruments.answer']),
    role('inspector', 'area', ['instruments.read', 'instruments.score', 'instruments.inspect']),
    role('officer', 'area', ['instruments.read', 'instruments.survey']),
  ]),
  today: () => '2026-10-01',
  oddAreas: () => new Map(),
});
const person = (id: string, roleId: string, area = county, unit?: string): Principal => ({
  id,
  name: id,
  kind: 'person',
  grants: [{ role: roleId, area, unit }],
});
const clerk = person('clerk', 'clerk', county, school);
const otherClerk = person('other-clerk', 'clerk', county, '2199000002');
const inspector = person('inspector', 'inspector');
const officer = person('officer', 'officer');
const by = (principal: Principal, at = now) => ({ principal, at });
const library = await openInstruments(['policies/instruments']);
const folder = await mkdtemp(path.join(tmpdir(), 'junheng-evidence-'));
const store = openFileStore(folder);
const heldElsewhere = async () => new Set<string>();
const filesOver = (database: Database): Files =>
  openFiles({ database, store, scan: scanOf({}), gate, audit: withoutAudit, now: () => now, heldElsewhere });
afterAll(() => rm(folder, { recursive: true }));

let counter = 0;
const change = (item: string, value: boolean | string | number | null, more: object = {}) => ({
  id: `change-${String(++counter).padStart(20, '0')}`,
  item,
  base: 0,
  value,
  note: '',
  files: [],
  writtenAt: now,
  ...more,
});

describe.each(testEngines)('sheets on $engine', ({ open }) => {
  let database: Database;
  let sheets: Sheets;
  let kept: Files;
  /** What the trail was told, in order. */
  const acts: string[] = [];
  beforeAll(async () => {
    database = await open([filesMigrations, instrumentsMigrations], []);
    const audit = { ...withoutAudit, append: async (_: Session, { act }: AuditEntry) => void acts.push(act) };
    kept = filesOver(database);
    sheets = new Sheets({ database, gate, audit, library, files: kept });
  });
  afterAll(() => database.close());

  const openSheet = async (side: 'self' | 'inspection' = 'inspection') => {
    const given = { area: county, unit: school, instrument: 'CN-CONDITION-INSPECTION', side, about: '', title: '核查' };
    const { id } = await database.transaction((session) =>
      sheets.open(session, { ...given, dueOn: null }, by(inspector)),
    );
    return { area: county, sheet: id };
  };

  test('an answer is kept, and its history with it', async () => {
    const key = await openSheet();
    const told = await sheets.sync(key, [change('water', true), change('toilets', false)], by(inspector));
    expect(told.map(({ outcome, revision }) => [outcome, revision])).toEqual([
      ['taken', 1],
      ['taken', 1],
    ]);
    await sheets.sync(key, [change('water', false, { base: 1 })], by(inspector));
    const { answers, progress } = await sheets.read(key, by(inspector));
    expect(answers.map(({ item, value, revision }) => [item, value, revision])).toEqual([
      ['toilets', false, 1],
      ['water', false, 2],
    ]);
    expect(progress.done).toBe(2);
    expect((await sheets.history(key, 'water', by(inspector))).map(({ value }) => value)).toEqual([true, false]);
  });

  test('the same change sent twice is one', async () => {
    const key = await openSheet();
    const one = change('water', true);
    const first = await sheets.sync(key, [one], by(inspector));
    expect(await sheets.sync(key, [one, one], by(inspector))).toEqual([...first, ...first]);
    expect(await sheets.history(key, 'water', by(inspector))).toHaveLength(1);
  });

  test('a change that follows one whose acknowledgement was lost is no conflict', async () => {
    const key = await openSheet();
    const one = change('water', true);
    await sheets.sync(key, [one], by(inspector));
    const two = change('water', false, { follows: one.id });
    expect((await sheets.sync(key, [one, two], by(inspector))).map(({ outcome }) => outcome)).toEqual([
      'taken',
      'taken',
    ]);
    expect((await sheets.read(key, by(inspector))).answers[0]).toMatchObject({ value: false, revision: 2 });
  });

  test('what meets another person’s change is kept beside it until somebody chooses', async () => {
    const key = await openSheet();
    const colleague = person('colleague', 'inspector');
    await sheets.sync(key, [change('water', true)], by(inspector));
    const mine = change('water', false);
    expect(await sheets.sync(key, [mine], by(colleague))).toEqual([
      { id: mine.id, outcome: 'conflict', fault: null, revision: 1 },
    ]);
    const met = await sheets.read(key, by(inspector));
    expect(met.answers[0]).toMatchObject({ value: true, by: 'inspector' });
    expect(met.waiting).toMatchObject([{ id: mine.id, value: false, by: 'colleague', outcome: 'conflict' }]);
    await sheets.sync(key, [change('water', false, { base: 1, settles: mine.id })], by(colleague));
    const chosen = await sheets.read(key, by(inspector));
    expect(chosen.answers[0]).toMatchObject({ value: false, by: 'colleague', revision: 2 });
    expect(chosen.waiting).toEqual([]);
  });

  test('two who wrote the same are of one mind', async () => {
    const key = await openSheet();
    await sheets.sync(key, [change('water', true)], by(inspector));
    expect(await sheets.sync(key, [change('water', true)], by(inspector))).toMatchObject([
      { outcome: 'taken', revision: 1 },
    ]);
  });

  test('a wrong answer is refused by itself; the others are taken', async () => {
    const key = await openSheet();
    const told = await sheets.sync(
      key,
      [change('grade', 'E'), change('water', true), change('pool', true), change('largestClass', 9000)],
      by(inspector),
    );
    expect(told.map(({ outcome, fault }) => fault ?? outcome)).toEqual([
      'notAnOption',
      'taken',
      'unknownItem',
      'outOfRange',
    ]);
    expect((await sheets.read(key, by(inspector))).answers).toHaveLength(1);
  });

  test('an incomplete sheet is not submitted; a complete one takes nothing more, and late changes are kept', async () => {
    const key = await openSheet();
    await expect(sheets.submit(key, by(inspector))).rejects.toThrow(/not complete/);
    const files = ['f'.repeat(64)];
    const full = [
      change('visitedOn', '2026-09-30'),
      change('hasBoarders', false),
      change('grade', 'A', { files }),
      change('musicRoom', 100),
      change('artRoom', 95),
      change('guarded', true),
      change('exits', true, { files }),
      change('extinguishers', true),
      change('ledger', true),
      change('classrooms', 12),
      change('connected', 12),
      change('largestClass', 44),
      change('allSubjects', true),
      change('water', true),
      change('toilets', true),
      change('canteen', false),
    ];
    acts.length = 0;
    await sheets.sync(key, full, by(inspector));
    // The same changes sent again are no act.
    await sheets.sync(key, full, by(inspector));
    const submitted = await sheets.submit(key, by(inspector));
    expect(submitted.sheet).toMatchObject({ state: 'submitted', submittedBy: 'inspector' });
    expect(submitted.progress.missing).toEqual([]);
    expect(submitted.scores.find(({ id }) => id === 'bottomLine')).toMatchObject({ value: 4 / 5, counted: 5 });
    const late = change('canteen', true, { base: 1 });
    expect(await sheets.sync(key, [late], by(inspector))).toMatchObject([{ outcome: 'late' }]);
    await expect(sheets.submit(key, by(inspector))).rejects.toThrow(/has been submitted/);
    const reopened = await sheets.reopen(key, '照片不清', by(inspector));
    expect(reopened.waiting).toMatchObject([{ id: late.id, outcome: 'late', value: true }]);
    expect(reopened.answers.find(({ item }) => item === 'canteen')?.value).toBe(false);
    await expect(sheets.submit(key, by(inspector))).rejects.toThrow(/not settled/);
    await sheets.settle(key, late.id, by(inspector));
    expect((await sheets.submit(key, by(inspector))).sheet.state).toBe('submitted');
    expect(acts).toEqual(
      ['answer', 'submit', 'answer', 'reopen', 'settle', 'submit'].map((act) => `instruments.${act}`),
    );
  });

  test('only the side whose sheet it is may write, only the school’s own clerk reads it', async () => {
    const key = await openSheet('self');
    expect(await sheets.sync(key, [change('water', true)], by(clerk))).toMatchObject([{ outcome: 'taken' }]);
    await expect(sheets.sync(key, [change('water', true)], by(inspector))).rejects.toThrow(/may not do this/);
    await expect(sheets.read(key, by(otherClerk))).rejects.toThrow();
    const listOf = async (principal: Principal) =>
      (await sheets.list(by(principal), { limit: 100, side: 'self' })).map(({ id }) => id);
    expect(await listOf(clerk)).toContain(key.sheet);
    expect(await listOf(inspector)).toContain(key.sheet);
    expect(await listOf(otherClerk)).toEqual([]);
    expect(await listOf(person('far', 'inspector', '330400'))).toEqual([]);
  });

  test('a photo is evidence once an answer names it, and only for who may read the sheet', async () => {
    const key = await openSheet();
    const png = await createCanvas(9, 8).encode('png');
    const file = await sheets.keepFile(key, png, by(inspector));
    await expect(sheets.file(key, file, by(inspector))).rejects.toThrow(/no file/);
    await sheets.sync(key, [change('water', true, { files: [file] })], by(inspector));
    expect(await sheets.file(key, file, by(inspector))).toMatchObject({ mediaType: 'image/png' });
    await expect(sheets.file(key, file, by(otherClerk))).rejects.toThrow(/may not/);
    const script = new TextEncoder().encode('<script>alert(1)</script>');
    await expect(sheets.keepFile(key, script, by(inspector))).rejects.toThrow(/Only photos/);
  });

  test('an instrument that was answered cannot change under its version', async () => {
    await openSheet();
    const changed = library.find('CN-CONDITION-INSPECTION');
    const other = { ...changed, instrument: { ...changed.instrument, words: { zh: '改', en: 'Changed' } } };
    const later = new Sheets({
      database,
      gate,
      audit: withoutAudit,
      library: { all: [other], find: () => other },
      files: kept,
    });
    const given = { area: county, unit: school, instrument: 'CN-CONDITION-INSPECTION', title: '核查', dueOn: null };
    await expect(later.inspect(given, by(inspector))).rejects.toThrow(/content was changed/);
  });

  test('whatever the order and repetition in which changes of two devices arrive, nothing is lost', async () => {
    const step = fc.record({ device: fc.constantFrom('one', 'two'), value: fc.boolean(), again: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const key = await openSheet();
        const last = new Map<string, string>();
        const sent = steps.map(({ device, value, again }, at) => {
          const follows = last.get(device);
          const made = change('water', value, { note: `${at}`, ...(follows === undefined ? {} : { follows }) });
          last.set(device, made.id);
          return { made, again };
        });
        for (const { made, again } of sent) {
          await sheets.sync(key, again ? [made, made] : [made], by(inspector));
        }
        const { answers, waiting } = await sheets.read(key, by(inspector));
        const history = await sheets.history(key, 'water', by(inspector));
        expect(history.map(({ id }) => id).toSorted()).toEqual(sent.map(({ made }) => made.id).toSorted());
        const taken = history.filter(({ outcome }) => outcome === 'taken');
        expect(taken.length + waiting.length).toBe(sent.length);
        expect(answers[0]?.revision).toBe(taken.length);
        expect(answers[0]?.note).toBe(taken.toSorted((a, b) => a.revision - b.revision).at(-1)?.note);
      }),
      { numRuns: 25 },
    );
  });
});

describe.each(testEngines)('surveys on $engine', ({ open }) => {
  let database: Database;
  let surveys: Surveys;
  beforeAll(async () => {
    database = await open([instrumentsMigrations], []);
    surveys = new Surveys({ database, gate, audit: withoutAudit, library });
  });
  afterAll(() => database.close());

  const openSurvey = async () => {
    const given = { area: county, instrument: 'CN-SATISFACTION', title: '满意度', residents: 20_000 };
    const { id } = await surveys.open({ ...given, opensOn: '2026-09-20', closesOn: '2026-10-20' }, by(officer));
    return { area: county, survey: id };
  };
  const answers = (overall: string) => ({
    overall,
    admission: 'satisfied',
    conditions: 'satisfied',
    teachers: 'verySatisfied',
    balance: 'neutral',
    workload: 'unknown',
    listening: 'satisfied',
  });

  test('codes let in kinds of respondents, are spent by use, and are kept only as hashes', async () => {
    const key = await openSurvey();
    const [once = '', ...more] = await surveys.makeCodes(
      key,
      { respondent: 'teacher', label: '一小', codes: 3, uses: 1 },
      by(officer),
    );
    expect(more).toHaveLength(2);
    expect(once).toMatch(/^[2-9A-HJ-NP-Z]{10}$/);
    const kept = await database.query<{ code_sha256: string }>('SELECT * FROM survey_way');
    expect(JSON.stringify(kept)).not.toContain(once);
    expect((await surveys.form(key, once.toLowerCase(), now)).respondent).toBe('teacher');
    const id = crypto.randomUUID();
    await surveys.answer(key, { id, code: once, answers: answers('satisfied') }, now);
    await surveys.answer(key, { id, code: once, answers: answers('satisfied') }, now);
    const again = { id: crypto.randomUUID(), code: once, answers: answers('satisfied') };
    await expect(surveys.answer(key, again, now)).rejects.toThrow(/used up/);
    expect((await surveys.result(key, by(officer))).count.responses).toBe(1);
    const [stored] = await database.query<object>('SELECT * FROM survey_response');
    expect(Object.keys(stored ?? {}).sort()).toEqual([
      'answered_on',
      'answers',
      'county_code',
      'id',
      'respondent',
      'survey_id',
    ]);
  });

  test('a refused answer spends no code', async () => {
    const key = await openSurvey();
    const way = { respondent: 'parent', label: '', codes: 1, uses: 1 };
    const [code = ''] = await surveys.makeCodes(key, way, by(officer));
    const give = (given: Record<string, string>, at = now) =>
      surveys.answer(key, { id: crypto.randomUUID(), code, answers: given }, at);
    await expect(give({ overall: 'satisfied' })).rejects.toThrow(/missing or wrong/);
    await expect(give({ ...answers('perfect') })).rejects.toThrow(/missing or wrong/);
    await expect(give(answers('satisfied'), new Date('2026-11-01'))).rejects.toThrow(/is open from/);
    await give(answers('satisfied'));
  });

  test('shares have intervals, quotas are counted by kind, and small groups are not shown', async () => {
    const key = await openSurvey();
    const make = (respondent: string, uses: number) =>
      surveys.makeCodes(key, { respondent, label: '', codes: 1, uses }, by(officer));
    const [parents = ''] = await make('parent', 50);
    const [deputies = ''] = await make('deputy', 3);
    const given = [
      ...Array.from({ length: 17 }, () => [parents, 'satisfied']),
      ...Array.from({ length: 3 }, () => [parents, 'dissatisfied']),
      ...Array.from({ length: 5 }, () => [parents, 'unknown']),
      ...Array.from({ length: 3 }, () => [deputies, 'verySatisfied']),
    ];
    for (const [code = '', overall = ''] of given) {
      await surveys.answer(key, { id: crypto.randomUUID(), code, answers: answers(overall) }, now);
    }
    const { count } = await surveys.result(key, by(officer));
    expect(count).toMatchObject({ responses: 28, wanted: 20, shownFrom: 10 });
    const parent = count.byRespondent.find(({ respondent }) => respondent === 'parent');
    expect(parent).toMatchObject({ responses: 25, wanted: 10 });
    expect(parent?.scores[0]).toMatchObject({ score: 'recognition', counted: 20, positive: 17, share: 0.85 });
    expect(parent?.scores[0]?.interval?.from).toBeCloseTo(0.6396, 3);
    expect(parent?.scores[1]?.interval).toBeNull();
    const deputy = count.byRespondent.find(({ respondent }) => respondent === 'deputy');
    expect(deputy).toMatchObject({ responses: 3, wanted: null, scores: [{ share: null }, { share: null }] });
    expect(count.scores[0]).toMatchObject({ counted: 23, positive: 20 });
  });

  test('over HTTP a respondent needs a code and nothing else; everything else needs a grant', async () => {
    const key = await openSurvey();
    const way = { respondent: 'public', label: '', codes: 1, uses: 2 };
    const [code = ''] = await surveys.makeCodes(key, way, by(officer));
    const server = await httpServer({
      routes: bindInstruments({
        library,
        sheets: new Sheets({ database, gate, audit: withoutAudit, library, files: filesOver(database) }),
        surveys,
      }),
      log: createLog({ level: 'error', now: () => now, write: () => {} }),
      uploadMegabytes: 1,
      gate,
      audit: withoutAudit,
      identify: async () => undefined,
      now: () => now,
    });
    const post = (door: string, payload: object) =>
      server.inject({ method: 'POST', url: `/api/v1/surveys/${key.area}/${key.survey}${door}`, payload });
    expect((await post('/form', { code: 'WRONG23456' })).statusCode).toBe(403);
    const form = (await post('/form', { code })).json<{ instrument: { id: string } }>();
    expect(form.instrument.id).toBe('CN-SATISFACTION');
    const sent = await post('/responses', { id: crypto.randomUUID(), code, answers: answers('satisfied') });
    expect(sent.statusCode).toBe(200);
    const asked = await server.inject({ url: `/api/v1/surveys/${key.area}/${key.survey}` });
    expect(asked.statusCode).toBe(401);
    await server.close();
  });
});
