import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Application, openApplication } from '#app';
import type { Principal } from '#core/access';
import { itemsOf } from '#standards';
import { testEngines } from './test-database.ts';

const at = new Date('2026-10-12T02:00:00Z');
const evidence = ['e'.repeat(64)];

describe.each(testEngines)('quality evaluation on $engine', ({ openDemo }) => {
  let application: Application;
  let county = '';
  let school = '';
  let other = '';
  const inCounty = (id: string, role: string): Principal => ({
    id,
    name: id,
    kind: 'person',
    grants: [{ role, area: county }],
  });
  const inSchool = (id: string, unit: string): Principal => ({
    id,
    name: id,
    kind: 'person',
    grants: [{ role: 'principal', area: county, unit }],
  });
  const officer = () => ({ principal: inCounty('officer', 'county-officer'), at });
  const inspector = () => ({ principal: inCounty('inspector', 'inspector'), at });
  const head = () => ({ principal: inSchool('head', school), at });

  beforeAll(async () => {
    const database = await openDemo();
    application = await openApplication({ database, now: () => at });
    const rows = await database.query<{ county_code: string; id: string }>(
      `SELECT county_code, id FROM unit WHERE 'primary' = ANY (stages) AND kind = 'school' AND closed_on IS NULL ORDER BY id`,
    );
    county = rows[0]?.county_code ?? '';
    school = rows[0]?.id ?? '';
    other = rows[1]?.id ?? '';
  });
  afterAll(() => application.close());

  const given = { instrument: 'CN-CQE-2021-school', title: '2026 年义务教育质量评价', schoolYear: 2026 };
  const openRound = async (title = given.title, opened = at) =>
    application.quality.openRound(
      county,
      { ...given, title, selfDueOn: '2026-11-30', units: [school, other] },
      { ...officer(), at: opened },
    );
  const view = (round: string, who = inspector().principal) =>
    application.quality.evaluation(county, round, school, who);
  const answerAll = async (sheet: string, levels: readonly string[], who: ReturnType<typeof officer>) => {
    const { instrument } = application.library.find(given.instrument);
    const changes = itemsOf(instrument).map((item, nth) => ({
      id: crypto.randomUUID(),
      item: item.id,
      base: 0,
      value: levels[nth % levels.length] ?? 'mostly',
      note: '',
      files: evidence,
      writtenAt: at,
    }));
    await application.sheets.sync({ area: county, sheet }, changes, who);
  };

  test('a round goes from self-score to closed, and the next round remembers it', async () => {
    const round = await openRound();
    expect(round.states).toEqual({ self: 2 });
    const opened = await view(round.id, head().principal);
    const { case: name, selfSheet } = opened.head;
    await expect(application.sheets.submit({ area: county, sheet: selfSheet }, head())).rejects.toThrow(/not complete/);
    await answerAll(selfSheet, ['fully', 'mostly'], head());
    expect((await view(round.id)).sections[0]?.items[0]?.self).toBeNull();

    await application.sheets.submit({ area: county, sheet: selfSheet }, head());
    const scored = await view(round.id);
    expect(scored.head).toMatchObject({ state: 'external', done: 12, asked: 12 });
    expect(scored.sections[0]?.items[0]).toMatchObject({ self: 'fully', external: null, selfFiles: 1 });
    await expect(application.sheets.reopen({ area: county, sheet: selfSheet }, '', head())).rejects.toThrow(/round/);

    const external = scored.head.externalSheet ?? '';
    await answerAll(external, ['mostly', 'partly'], inspector());
    expect((await view(round.id, head().principal)).sections[0]?.items[0]?.external).toBeNull();
    await application.sheets.submit({ area: county, sheet: external }, inspector());
    const compared = await view(round.id);
    expect(compared.head).toMatchObject({ state: 'compared', differing: 12, weak: 6 });
    expect(compared.sections[0]?.items.map(({ gap, isWeak }) => [gap, isWeak])).toEqual([
      [-1, false],
      [-1, true],
    ]);
    expect(compared.scores[0]).toMatchObject({ self: 1, external: 0.5, before: null });

    const ref = { county, id: name.slice(county.length + 1) };
    const act = (who: ReturnType<typeof officer>, action: string, more: object = {}) =>
      application.cases.act(who.principal, ref, action, more);
    await act(inspector(), 'demand', { fields: { demands: '规范教学实施', rectifyBy: '2026-12-20' } });
    await act(head(), 'rectified', { fields: { done: '已调整课表' } });
    await act(inspector(), 'accept');
    expect(await view(round.id)).toMatchObject({
      head: { state: 'closed' },
      demands: '规范教学实施',
      rectifyBy: '2026-12-20',
      done: '已调整课表',
    });

    const next = await openRound('2027 年义务教育质量评价', new Date('2027-10-11T02:00:00Z'));
    expect((await view(next.id)).sections[0]?.items[0]).toMatchObject({ before: 'mostly', self: null });
    const record = await application.quality.record(
      county,
      round.id,
      school,
      { format: 'docx', language: 'zh' },
      inspector(),
    );
    expect(record.name).toMatch(/质量评价记录\.docx$/);
    expect([...record.bytes.subarray(0, 2)]).toEqual([0x50, 0x4b]);
  });

  test('a returned self-assessment opens again with its answers', async () => {
    const round = await openRound('退回试验');
    const { case: name, selfSheet } = (await view(round.id)).head;
    await answerAll(selfSheet, ['fully'], head());
    await application.sheets.submit({ area: county, sheet: selfSheet }, head());
    const ref = { county, id: name.slice(county.length + 1) };
    await application.cases.act(inspector().principal, ref, 'returnSelf', { comment: '佐证不足' });
    expect((await view(round.id)).head.state).toBe('self');
    const sheet = await application.sheets.read({ area: county, sheet: selfSheet }, head());
    expect(sheet).toMatchObject({ sheet: { state: 'open' }, progress: { missing: [] } });
    await application.sheets.submit({ area: county, sheet: selfSheet }, head());
    expect((await view(round.id)).head.state).toBe('external');
  });

  test('a school sees itself only, and nobody scores what they handed in', async () => {
    const round = await openRound('权限试验');
    const mine = await application.quality.round(county, round.id, head().principal);
    expect(mine.rows.map(({ unit }) => unit)).toEqual([school]);
    await expect(application.quality.evaluation(county, round.id, other, head().principal)).rejects.toThrow(/may not/);
    const far: Principal = { ...head().principal, grants: [{ role: 'principal', area: '110101', unit: 'x' }] };
    await expect(application.quality.round(county, round.id, far)).rejects.toThrow(/no round/);
    await expect(application.quality.openRound(county, { ...given, selfDueOn: '2026-11-30' }, head())).rejects.toThrow(
      /may not/,
    );
  });

  test('what cannot be a round is refused whole', async () => {
    const survey = { ...given, instrument: 'CN-SATISFACTION', selfDueOn: '2026-11-30' };
    await expect(application.quality.openRound(county, survey, officer())).rejects.toThrow(/not a guide/);
    const nobody = { ...given, selfDueOn: '2026-11-30', units: ['none'] };
    await expect(application.quality.openRound(county, nobody, officer())).rejects.toThrow(/no school/);
    const about = { ...given, instrument: 'CN-CQE-2021-county', selfDueOn: '2026-11-30' };
    const round = await application.quality.openRound(county, about, officer());
    const { rows } = await application.quality.round(county, round.id, officer().principal);
    expect(rows).toMatchObject([{ unit: 'area', asked: 5 }]);
  });

  test('a survey becomes the attested answer of the standard, with how it came about', async () => {
    const survey = await application.surveys.open(
      {
        area: county,
        instrument: 'CN-SATISFACTION',
        title: '满意度调查',
        residents: 10_000,
        opensOn: '2026-10-01',
        closesOn: '2026-10-31',
      },
      officer(),
    );
    const key = { area: county, survey: survey.id };
    const asked = { standard: 'CN-CQB-2017', year: 2026 };
    await expect(application.quality.attestSurvey(key, asked, officer())).rejects.toThrow(/too few/);
    const [code = ''] = await application.surveys.makeCodes(
      key,
      { respondent: 'parent', label: '', codes: 1, uses: 20 },
      officer(),
    );
    for (let nth = 0; nth < 20; nth += 1) {
      const overall = nth < 18 ? 'satisfied' : 'neutral';
      const rest = ['admission', 'conditions', 'teachers', 'balance', 'workload', 'listening'];
      const answers = { overall, ...Object.fromEntries(rest.map((item) => [item, 'satisfied'])) };
      await application.surveys.answer(key, { id: crypto.randomUUID(), code, answers }, at);
    }
    const attested = await application.quality.attestSurvey(key, asked, officer());
    expect(attested).toMatchObject({ item: 'S1', answer: 90 });
    expect(attested.evidence).toContain('有效 20 份，满意 90.0%，95% 区间 69.9%–97.2%');
    const { items } = await application.balance.attestations(county, asked);
    expect(items.find(({ item }) => item === 'S1')).toMatchObject({ answer: 90, verdict: 'met', by: 'officer' });
  });
});
