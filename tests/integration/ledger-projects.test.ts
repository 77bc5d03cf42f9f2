import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Application, openApplication } from '#app';
import type { LedgerLine, ProjectBody } from '#contracts/ledger';
import type { Principal } from '#core/access';
import { writeDocx } from '#engines/documents';
import { testEngines } from './test-database.ts';

const at = new Date('2024-12-02T02:00:00Z');
const later = new Date('2026-11-21T02:00:00Z');

describe.each(testEngines)('projects of the ledger on $engine', ({ openDemo }) => {
  let application: Application;
  let county: string;
  let now = at;
  const person = (id: string, role: string): Principal => ({
    id,
    name: id,
    kind: 'person',
    grants: [{ role, area: county }],
  });
  const city = (id: string): Principal => ({
    id,
    name: id,
    kind: 'person',
    grants: [{ role: 'city-officer', area: `${county.slice(0, 4)}00` }],
  });
  const officer = () => ({ principal: person('officer', 'county-officer'), at: now });
  const colleague = () => ({ principal: person('colleague', 'county-officer'), at: now });
  const superior = () => ({ principal: city('superior'), at: now });
  const reader = () => person('reader', 'county-planner');

  beforeAll(async () => {
    const database = await openDemo();
    application = await openApplication({ database, now: () => now });
    const rows = await database.query<{ code: string }>('SELECT DISTINCT county_code AS code FROM unit');
    county = rows[0]?.code ?? '';
    await application.ledger.measure(county, officer(), 2024);
  });
  afterAll(() => application.close());

  const evidence = async () => {
    const name = '现场记录.docx';
    const bytes = await writeDocx({ language: 'zh', title: '现场记录', body: [] });
    const sent = { area: county, name, bytes, keepTime: false, keepPlace: false };
    const { id } = await application.files.add(officer().principal, sent);
    return { file: id, name };
  };
  const lines = async (): Promise<readonly LedgerLine[]> =>
    (await application.ledger.lines(reader(), county, { sort: 'due', limit: 2000 })).rows;
  const line = async (id: string) => (await application.ledger.line(reader(), county, id)).line;
  const planFor = (chosen: readonly LedgerLine[], more: Partial<ProjectBody> = {}): ProjectBody => {
    const cost = chosen.reduce((sum, { costFen }) => sum + (costFen ?? 0), 0);
    return {
      title: '2025年改善办学条件项目',
      lines: chosen.map(({ id }) => id),
      funds: cost === 0 ? [] : [{ source: '县级财政', year: 2025, amountFen: cost }],
      milestones: [{ title: '完成招标', dueOn: '2025-03-31' }],
      finishOn: '2025-08-25',
      overReason: '',
      ...more,
    };
  };
  const act = (who: ReturnType<typeof officer>, id: string, action: string, given: object = {}) =>
    application.cases
      .act(who.principal, { county, id }, action, given)
      .then(() => application.projects.project(who, county, id));
  const closedBy2026 = async (n: number) => {
    // Which lines the later figures will close is found by looking ahead.
    now = later;
    const { evaluated } = await application.balance.evaluate(county, { standard: 'CN-CE-CONDITIONS', year: 2026 });
    now = at;
    const met = new Set(
      [
        ...evaluated.evaluation.schools,
        ...evaluated.evaluation.wholeSchools.map((one) => ({ ...one, stage: 'all' })),
      ].flatMap(({ unit, stage, indicators }) =>
        indicators
          .filter(({ verdict }) => verdict === 'met')
          .map(({ indicator }) => `${evaluated.input.units.id[unit]}~${stage}~CN-CE-CONDITIONS~${indicator}`),
      ),
    );
    return (await lines())
      .filter(({ id, costFen, state, project }) => met.has(id) && costFen !== null && state === 'open' && !project)
      .slice(0, n);
  };

  test('the whole chain: gap, line, project, money, acceptance, and the next measurement closes', async () => {
    const chosen = await closedBy2026(3);
    expect(chosen).toHaveLength(3);
    const { id } = await application.projects.open(officer(), county, planFor(chosen));
    expect((await line(chosen[0]?.id ?? '')).progress).toBe('planned');
    await act(officer(), id, 'submit');
    await expect(act(officer(), id, 'approve')).rejects.toMatchObject({ code: 'access.forbidden' });
    await act(superior(), id, 'approve');
    const cost = chosen.reduce((sum, { costFen }) => sum + (costFen ?? 0), 0);
    const outlay = { number: 'HT-1', party: '虚构建设公司', amountFen: cost, on: '2025-01-10' };
    await act(officer(), id, 'contract', { fields: outlay });
    await act(officer(), id, 'start');
    expect((await line(chosen[0]?.id ?? '')).progress).toBe('underway');
    await act(officer(), id, 'milestone', { fields: { milestone: 1, on: '2025-03-20' }, files: [await evidence()] });
    await act(officer(), id, 'pay', { fields: { ...outlay, number: 'PZ-1', amountFen: cost - 100 } });
    await act(officer(), id, 'complete', { files: [await evidence()] });
    await expect(act(officer(), id, 'accept', { comment: '合格' })).rejects.toMatchObject({ code: 'cases.fourEyes' });
    const accepted = await act(colleague(), id, 'accept', { comment: '现场核对，数量质量合格' });
    expect(accepted.project).toMatchObject({ state: 'accepted', paidFen: cost - 100, linesClosed: 0 });
    for (const { id: chosenId } of chosen) expect((await line(chosenId)).state).toBe('open');

    now = later;
    await application.ledger.measure(county, officer(), 2026);
    const after = await application.projects.project(colleague(), county, id);
    expect(after.project.linesClosed).toBe(3);
    expect(after.project.fenPerClosed).toBe(Math.round((cost - 100) / 3));
    const { events } = await application.ledger.line(reader(), county, chosen[0]?.id ?? '');
    expect(events.map(({ kind }) => kind)).toEqual(['opened', 'joinedProject', 'projectMoved', 'accepted', 'closed']);
    now = at;
    await application.ledger.measure(county, officer(), 2024);
    const again = await line(chosen[0]?.id ?? '');
    expect(again).toMatchObject({ state: 'open', reopened: 1, progress: 'unplanned', project: null });
  });

  test('the same line is not funded twice, whoever asks', async () => {
    const [first, second, third] = await closedBy2026(3);
    if (!first || !second || !third) throw new Error('too few lines');
    await application.projects.open(officer(), county, planFor([first, second]));
    await expect(application.projects.open(colleague(), county, planFor([second, third]))).rejects.toMatchObject({
      code: 'ledger.doubleFunding',
    });
    expect((await line(third.id)).project).toBeNull();
    const both = await Promise.allSettled([
      application.projects.open(officer(), county, planFor([third], { title: '甲项目' })),
      application.projects.open(colleague(), county, planFor([third], { title: '乙项目' })),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('funds above the cost need a reason; contracts stay within the funds, payments within the contracts', async () => {
    const chosen = await closedBy2026(1);
    const plan = planFor(chosen);
    const funds = plan.funds.map((fund) => ({ ...fund, amountFen: fund.amountFen + 1 }));
    await expect(application.projects.open(officer(), county, { ...plan, funds })).rejects.toMatchObject({
      code: 'ledger.overFunding',
    });
    const { id } = await application.projects.open(officer(), county, { ...plan, funds, overReason: '含设计费' });
    await act(officer(), id, 'submit');
    await act(superior(), id, 'approve');
    const total = funds.reduce((sum, { amountFen }) => sum + amountFen, 0);
    const contract = { number: 'HT-2', party: '虚构公司', on: '2025-02-01' };
    await expect(
      act(officer(), id, 'contract', { fields: { ...contract, amountFen: total + 1 } }),
    ).rejects.toMatchObject({ code: 'ledger.overContracted' });
    await act(officer(), id, 'contract', { fields: { ...contract, amountFen: total } });
    await act(officer(), id, 'start');
    await expect(act(officer(), id, 'pay', { fields: { ...contract, amountFen: total + 1 } })).rejects.toMatchObject({
      code: 'ledger.overPaid',
    });
    const { outlays, project } = await application.projects.project(officer(), county, id);
    expect(outlays).toHaveLength(1);
    expect(project).toMatchObject({ contractsFen: total, paidFen: 0 });
  });

  test('a cancelled project gives its lines back', async () => {
    const chosen = await closedBy2026(2);
    const { id } = await application.projects.open(officer(), county, planFor(chosen));
    await act(officer(), id, 'cancel', { comment: '并入明年' });
    for (const { id: chosenId } of chosen) expect((await line(chosenId)).project).toBeNull();
  });

  test('a planned step closes when the pieces are reported, and taking the plan again adds nothing', async () => {
    const standard = 'CN-CQB-2017';
    const { evaluated } = await application.balance.evaluate(county, { standard, year: 2024 });
    const rooms = evaluated.input.units.columns.get('multimediaRooms@all');
    const unit = evaluated.input.units.id.findIndex((_, row) => (rooms?.[row] ?? Number.NaN) > 5);
    const steps = [
      {
        unit: evaluated.input.units.id[unit] ?? '',
        stage: 'all' as const,
        indicator: 'R7',
        amount: 2,
        costFen: 12_000_000,
      },
    ];
    const taken = await application.ledger.takePlan(officer(), county, { standard, year: 2024, steps });
    expect(taken).toEqual({ added: 1, changed: 0, kept: 0 });
    expect(await application.ledger.takePlan(officer(), county, { standard, year: 2024, steps })).toEqual({
      added: 0,
      changed: 0,
      kept: 1,
    });
    const id = `${steps[0]?.unit}~all~${standard}~R7`;
    const before = await line(id);
    expect(before).toMatchObject({ origin: 'plan', state: 'open', shortfall: 2 });
    expect(before.threshold).toBe((before.value ?? 0) + 2);
    await application.database.query(
      `UPDATE fact SET value = value + 2 WHERE county_code = $1 AND unit_id = $2 AND measure = 'multimediaRooms' AND school_year = 2024`,
      [county, steps[0]?.unit],
    );
    await application.ledger.measure(county, officer(), 2024);
    expect((await line(id)).state).toBe('closed');
  });
});
