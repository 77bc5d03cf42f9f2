import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Application, createServer, openApplication } from '#app';
import { recognitionRoutes, type Application as Shown } from '#contracts/recognition';
import type { Principal } from '#core/access';
import { parseCaseName } from '#engines/cases';
import { writeDocx } from '#engines/documents';
import { testEngines } from './test-database.ts';

const at = new Date('2026-11-21T08:00:00Z');
let ticks = 0;

describe.each(testEngines)('a recognition campaign on $engine', ({ openDemo }) => {
  let application: Application;
  let county: string;
  let people: Record<'applicant' | 'city' | 'province' | 'nation' | 'stranger', Principal>;

  beforeAll(async () => {
    const database = await openDemo();
    application = await openApplication({ database, now: () => new Date(at.getTime() + ticks++) });
    const rows = await database.query<{ code: string }>('SELECT DISTINCT county_code AS code FROM unit');
    county = rows[0]?.code ?? '';
    const person = (id: string, role: string, area: string): Principal => ({
      id,
      name: id,
      kind: 'person',
      grants: [{ role, area }],
    });
    people = {
      applicant: person('applicant', 'county-officer', county),
      city: person('city', 'city-officer', `${county.slice(0, 4)}00`),
      province: person('province', 'province-officer', `${county.slice(0, 2)}0000`),
      nation: person('nation', 'nation-officer', '000000'),
      stranger: person('stranger', 'county-officer', '110101'),
    };
  });
  afterAll(() => application.close());

  /** A real report: evidence is judged like any upload. */
  const evidence = async (by: Principal) => {
    const name = '核查报告.docx';
    const bytes = await writeDocx({ language: 'zh', title: '核查报告', body: [] });
    const { id } = await application.files.add(by, { area: county, name, bytes, keepTime: false, keepPlace: false });
    return [{ file: id, name }];
  };
  const act = (who: Principal, shown: Pick<Shown, 'name'>, action: string, given = {}) => {
    const ref = parseCaseName(shown.name);
    if (ref === undefined) throw new Error('no such case');
    return application.cases.act(who, ref, action, given);
  };
  const read = (who: Principal, shown: Pick<Shown, 'name'>) =>
    application.recognition.application(county, shown.name, who);
  const find = (
    who: Principal,
    shown: Pick<Shown, 'name'>,
    item: string,
    verdict: 'met' | 'notMet',
    value: number | null = null,
  ) =>
    application.recognition.find(
      county,
      shown.name,
      item,
      { value, verdict, note: '现场核对' },
      { principal: who, at },
    );
  const yearState = async (year: number) =>
    (await application.organization.years(county)).find((one) => one.year === year)?.state;

  test('from self-assessment through every level to recognition, watched and withdrawn', async () => {
    const { applicant, city, province, nation } = people;
    const { recognition } = application;
    const begun = await recognition.apply(county, {}, { principal: applicant, at });
    expect(begun).toMatchObject({
      state: { id: 'selfAssessment' },
      recording: null,
      counts: { checked: 0, differing: 0 },
    });
    expect(begun.counts.items).toBeGreaterThan(300);
    expect(begun.counts.notMet).toBeGreaterThan(0);
    await expect(recognition.apply(county, {}, { principal: applicant, at })).rejects.toMatchObject({
      code: 'recognition.underWay',
    });

    // Nothing of a level above can be recorded while the county is still at it.
    const school = begun.items.find(({ kind, verdict }) => kind === 'school' && verdict === 'met');
    const coefficient = begun.items.find(({ kind }) => kind === 'coefficient');
    await expect(find(city, begun, school?.key ?? '', 'notMet')).rejects.toMatchObject({
      code: 'recognition.notYourTurn',
    });

    await act(applicant, begun, 'submit', { fields: { statement: '自评完成' } });
    expect(await yearState(begun.schoolYear)).toBe('locked');

    // The city finds another verdict for one school: shown beside the county's, which stays.
    await expect(find(applicant, begun, school?.key ?? '', 'notMet')).rejects.toMatchObject({
      code: 'access.forbidden',
    });
    const reviewed = await find(city, begun, school?.key ?? '', 'notMet');
    expect(reviewed.counts).toMatchObject({ checked: 1, differing: 1 });
    expect(reviewed.items.find(({ key }) => key === school?.key)).toMatchObject({
      verdict: 'met',
      differs: true,
      found: [{ level: 'city', verdict: 'notMet' }],
    });
    await expect(find(city, begun, 'nothing', 'met')).rejects.toMatchObject({ code: 'recognition.itemNotFound' });

    // Returned with a reason the year is open again, and the newest data come in.
    await act(city, begun, 'return', { comment: '一所学校数据不符' });
    expect(await yearState(begun.schoolYear)).toBe('open');
    const renewed = await recognition.renew(county, begun.name, { principal: applicant, at });
    expect(renewed.snapshot).not.toBe(begun.snapshot);
    await act(applicant, begun, 'submit');

    await act(city, begun, 'passCity', { fields: { statement: '复核通过' } });
    await find(
      province,
      begun,
      coefficient?.key ?? '',
      coefficient?.verdict === 'met' ? 'met' : 'notMet',
      Number(coefficient?.value),
    );
    await act(province, begun, 'passProvince', { fields: { statement: '核查通过' } });

    // The sample is drawn by a public seed and comes out the same for whoever reads it.
    await act(nation, begun, 'sample', { fields: { seed: '2026-11-21 公开摇号 384756', schools: 6 } });
    const drawn = await read(nation, begun);
    expect(drawn.sample?.schools).toHaveLength(6);
    expect((await read(applicant, begun)).sample).toEqual(drawn.sample);
    const visited = drawn.sample?.schools.map(({ unit }) => unit) ?? [];
    const inside = drawn.items.find(({ unit }) => visited.includes(unit));
    const outside = drawn.items.find(({ unit }) => unit !== '' && !visited.includes(unit));
    expect((await find(nation, begun, inside?.key ?? '', 'met')).recording).toBe('nation');
    await expect(find(nation, begun, outside?.key ?? '', 'met')).rejects.toMatchObject({
      code: 'recognition.notDrawn',
    });

    await expect(act(nation, begun, 'recognise', { fields: { statement: '通过' } })).rejects.toMatchObject({
      code: 'cases.evidenceMissing',
    });
    await act(nation, begun, 'recognise', { fields: { statement: '通过' }, files: await evidence(nation) });
    const [onRoadmap] = (await application.plans.roadmap(county, undefined)).rows;
    expect(onRoadmap).toMatchObject({ standing: 'reached', entry: { recognisedOn: '2026-11-21' } });

    // Watched every year; withdrawn only with reason and evidence.
    const watched = await recognition.monitor(county, begun.name, { principal: province, at });
    expect(watched.state.id).toBe('recognised');
    await act(nation, begun, 'withdraw', { comment: '监测连续不达标', files: await evidence(nation) });
    expect((await read(applicant, begun)).state).toMatchObject({ id: 'withdrawn', isFinal: true });
  });

  test('signals of false data stand with the application at every level, and people judge them with a reason', async () => {
    const { applicant, city } = people;
    const photo = createCanvas(64, 64);
    const pen = photo.getContext('2d');
    for (let n = 0; n < 64; n += 1) {
      pen.fillStyle = `rgb(${(n * 97) % 256}, ${(n * 59) % 256}, ${(n * 31) % 256})`;
      pen.fillRect((n % 8) * 8, Math.floor(n / 8) * 8, 8, 8);
    }
    for (const [about, format] of [
      ['case:one', 'image/jpeg'],
      ['case:two', 'image/png'],
    ] as const) {
      const bytes = format === 'image/png' ? await photo.encode('png') : await photo.encode('jpeg', 60);
      const name = `photo.${format.slice(6)}`;
      const { id } = await application.files.add(applicant, {
        area: county,
        name,
        bytes,
        keepTime: false,
        keepPlace: false,
      });
      await application.database.transaction((session) => application.files.keep(session, id, about));
    }
    const begun = await application.recognition.apply(county, {}, { principal: applicant, at });
    expect(begun.signals.map(({ finding }) => finding.rule).sort()).toEqual([
      'copiedYear',
      'countedTwice',
      'photoTwice',
    ]);
    const signal = begun.signals.find(({ finding }) => finding.rule === 'photoTwice');
    expect(signal?.finding.evidence.map(({ value }) => value)).toEqual(['case:one', 'case:two']);
    await act(applicant, begun, 'submit');
    const judge = (note: string) =>
      application.recognition.find(
        county,
        begun.name,
        signal?.key ?? '',
        { value: null, verdict: 'notMet', note },
        { principal: city, at },
      );
    await expect(judge('')).rejects.toMatchObject({ code: 'recognition.reasonMissing' });
    const judged = await judge('两份材料拍的是同一间教室');
    expect(judged.signals.find(({ key }) => key === signal?.key)?.found).toMatchObject([
      { level: 'city', verdict: 'notMet', by: 'city' },
    ]);
    // Nothing follows by itself: the application stands where it stood, and no item differs.
    expect([judged.state.id, judged.counts.differing]).toEqual(['cityReview', 0]);
    const rows = await application.audit.list({ areas: [county], limit: 5 });
    expect(rows.find(({ reason }) => reason === '两份材料拍的是同一间教室')).toMatchObject({
      act: 'recognition.review',
      result: 'done',
    });
    await act(city, begun, 'return', { comment: '请说明照片来源' });
    await act(applicant, begun, 'takeBack', { comment: '先核实' });
  });

  test('a county may not pass its own application, and another county knows nothing of it', async () => {
    const { applicant, stranger } = people;
    const begun = await application.recognition.apply(county, {}, { principal: applicant, at });
    const both: Principal = {
      ...applicant,
      grants: [...applicant.grants, { role: 'city-officer', area: `${county.slice(0, 4)}00` }],
    };
    await act(applicant, begun, 'submit');
    await expect(act(both, begun, 'passCity', { fields: { statement: '通过' } })).rejects.toMatchObject({
      code: 'cases.fourEyes',
    });
    await expect(read(stranger, begun)).rejects.toMatchObject({ code: 'cases.notFound' });
    expect((await application.recognition.applications('110101', stranger)).rows).toEqual([]);
    await expect(
      application.recognition.apply(`${county.slice(0, 2)}0000`, {}, { principal: people.province, at }),
    ).rejects.toMatchObject({
      code: 'recognition.notACounty',
    });
  });

  test('the answers are those of the contract', async () => {
    const server = await createServer(application);
    const answer = await server.inject(`/api/v1/recognition/areas/${county}/applications`);
    const { rows } = recognitionRoutes.applications.response.parse(answer.json());
    expect(rows).toHaveLength(3);
    const one = await server.inject(`/api/v1/recognition/areas/${county}/applications/${rows[0]?.name}`);
    expect(recognitionRoutes.application.response.parse(one.json()).name).toBe(rows[0]?.name);
    const foreign = await server.inject(`/api/v1/recognition/areas/110101/applications/${rows[0]?.name}`);
    expect(foreign.statusCode).toBe(404);
    expect(foreign.json()).toMatchObject({ code: 'recognition.applicationNotFound' });
    await server.close();
  });
});
