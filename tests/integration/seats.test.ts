import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Application, databaseScripts, openApplication } from '#app';
import type { Principal } from '#core/access';
import { shippedStandards } from '#county';
import { writeDemo } from '#modules/demo';
import { testEngines } from './test-database.ts';

const at = new Date('2026-10-12T02:00:00Z');
const officer: Principal = { id: 'officer', name: 'officer', kind: 'person', grants: [] };

describe.each(testEngines)('seats of the invented county on $engine', ({ open }) => {
  let application: Application;
  let county = '';

  beforeAll(async () => {
    const { migrations, seeds } = await databaseScripts();
    const database = await open(migrations, seeds);
    await writeDemo({ size: 'county', target: { database, dictionary: shippedStandards().dictionary, at } });
    application = await openApplication({ database, now: () => at });
    const [row] = await database.query<{ county_code: string }>('SELECT county_code FROM unit LIMIT 1');
    county = row?.county_code ?? '';
  });
  afterAll(() => application.close());

  const overview = (scenario: 'expected' | 'fewer' | 'more' = 'expected') =>
    application.seats.overview(county, scenario, officer);

  test('townships add up to the county, and every gap is pupils over seats', async () => {
    const { stages, places, firstYear, lastYear } = await overview();
    expect([firstYear, lastYear]).toEqual([2018, 2026]);
    expect(stages.map(({ stage }) => stage)).toEqual(['kindergarten', 'primary', 'junior', 'senior']);
    for (const whole of stages) {
      const parts = places.flatMap((place) => place.stages.filter(({ stage }) => stage === whole.stage));
      whole.known.forEach((pupils, year) => {
        expect(parts.reduce((sum, part) => sum + (part.known[year] ?? 0), 0)).toBe(pupils);
      });
      for (const { pupils, seats, gap, low, high } of whole.years) {
        expect(gap).toBe((pupils ?? 0) - seats);
        expect(low).toBeLessThanOrEqual(pupils ?? 0);
        expect(high).toBeGreaterThanOrEqual(pupils ?? 0);
      }
    }
  });

  test('junior seats run short in the subdistrict with new housing, and the list says when', async () => {
    const { warnings, places } = await overview();
    const [first] = warnings;
    expect(first?.alarm).toBe('short');
    const short = warnings.filter(({ stage, alarm }) => stage === 'junior' && alarm === 'short');
    expect(short.length).toBeGreaterThan(0);
    for (const { area, stage, firstShort } of short) {
      const own = places.find((place) => place.area.code === area.code)?.stages.find((one) => one.stage === stage);
      const year = own?.years.find((one) => one.year === firstShort);
      expect(year?.probability).toBeGreaterThanOrEqual(0.5);
    }
  });

  test('its back-test stands beside both naive methods', async () => {
    const { backTest } = await overview();
    const near = backTest.filter(({ level, ahead }) => level === 'schoolBand' && ahead <= 3);
    expect(near).toHaveLength(3);
    for (const line of near) expect(line.error).toBeLessThan(Math.min(line.lastValueError, line.lastRateError));
  });

  test('scenarios lie in their order', async () => {
    const entering = async (scenario: 'expected' | 'fewer' | 'more') =>
      (await overview(scenario)).stages.find(({ stage }) => stage === 'primary')?.years.at(-1)?.pupils ?? 0;
    const [fewer, expected, more] = [await entering('fewer'), await entering('expected'), await entering('more')];
    expect(fewer).toBeLessThan(expected);
    expect(more).toBeGreaterThan(expected);
  });

  test('shares, the provincial standard and the special school are measured', async () => {
    const { publicKindergarten, publicCompulsory, perThousand, special } = await overview();
    expect(publicKindergarten.of).toBeLessThan(publicKindergarten.all);
    expect(publicKindergarten.met).toBe((publicKindergarten.share ?? 0) >= 0.6);
    expect(publicCompulsory.share).toBeGreaterThan(0.5);
    for (const { residents, seatsPerThousand, required, seats, missing } of perThousand) {
      expect(required).toBe(Math.ceil((residents * seatsPerThousand) / 1000));
      expect(missing).toBe(Math.max(0, required - seats));
    }
    expect(special).toMatchObject({ schools: 1, covered: true });
  });

  test('seats of a school are those of the limit that binds', async () => {
    const { rows } = await application.seats.schools(county, 'expected', officer);
    expect(rows.length).toBeGreaterThan(60);
    for (const { seats, binds, byLimit } of rows) {
      const known = Object.values(byLimit).filter((one) => one !== null);
      expect(seats).toBe(Math.min(...known));
      expect(binds === 'none' ? null : byLimit[binds]).toBe(seats);
    }
    expect(rows.filter(({ verdict }) => verdict === 'tooSmall').every(({ years }) => years[0]?.pupils === null)).toBe(
      true,
    );
  });

  test('steps that housing owes are late until somebody records them', async () => {
    const { rows } = await application.seats.housing(county);
    const late = rows.find(({ id }) => id === 'H1');
    expect(late).toMatchObject({ behindHomes: true, late: 3 });
    const built = { stage: 'primary', step: 'build', doneOn: '2026-10-01', reason: '竣工验收备案表已收到' } as const;
    const after = await application.seats.recordStep({ area: county, housing: 'H1' }, built);
    expect(after.late).toBe(2);
    const primary = after.duties.find(({ stage }) => stage === 'primary');
    expect(primary?.steps.find(({ step }) => step === 'build')).toMatchObject({ state: 'doneLate' });
    const entries = await application.audit.list({ areas: [county], act: 'seats.recordStep', limit: 5 });
    expect(entries[0]).toMatchObject({ reason: '竣工验收备案表已收到' });
    await expect(application.seats.recordStep({ area: county, housing: 'H9' }, built)).rejects.toThrow(
      /housingNotFound/,
    );
  });

  test('files of a county are kept whole or not at all, and what they say counts', async () => {
    const file = (name: string, lines: readonly string[]) => ({
      name,
      bytes: new TextEncoder().encode(`${lines.join('\n')}\n`),
    });
    const before = await overview();
    const [place] = before.places;
    const { rows } = await application.seats.schools(county, 'expected', officer);
    const school = rows.find(({ stage, binds }) => stage === 'primary' && binds === 'rooms');
    const code = place?.area.code ?? '';
    const homes = file('homes.csv', ['项目,乡镇,户数,交付日期', `东湖苑,${code},9000,2027-05-01`]);
    const duties = file('duties.csv', ['项目,学段,学位,环节,应完成,实际完成', '东湖苑,小学,900,设计,2026-03-01,']);
    const rooms = file('rooms.csv', ['学校,学段,教室', `${school?.unit},小学,5`]);
    const wrong = file('places.csv', [
      '乡镇,年份,出生人数',
      '没有镇,2025,3',
      `${code},2025,x`,
      `${code},2024,1`,
      `${code},2024,2`,
    ]);
    await expect(application.seats.load(county, { homes, duties, rooms, places: wrong })).rejects.toMatchObject({
      code: 'seats.rowsRefused',
      cause: [
        { place: { row: 2, column: 'A' } },
        { place: { row: 3, column: 'C' } },
        { place: { row: 5, column: 'B' } },
      ],
    });
    expect((await application.seats.housing(county)).rows).toHaveLength(3);
    const stored = await application.seats.load(county, { homes, duties, rooms });
    expect(stored).toEqual({ grades: 0, places: 0, rooms: 1, homes: 1, duties: 1 });
    const owed = (await application.seats.housing(county)).rows.find(({ id }) => id === '东湖苑');
    expect(owed).toMatchObject({ homes: 9000, seats: 900, late: 1 });
    const later = await application.seats.schools(county, 'expected', officer);
    expect(later.rows.find(({ unit, stage }) => unit === school?.unit && stage === 'primary')?.byLimit.rooms).toBe(
      5 * 45,
    );
    const pupils = (answer: typeof before) =>
      answer.places.find(({ area }) => area.code === code)?.stages.find(({ stage }) => stage === 'primary')?.years[2]
        ?.pupils ?? 0;
    expect(pupils(await overview())).toBeGreaterThan(pupils(before) + 500);
  });

  test('a thread projects the same', async () => {
    const { id } = await application.jobs.start('seats.project', { area: county, scenario: 'expected' }, officer);
    const projected = (await application.jobs.ended(id)) as { county: { coming: { pupils: number[] }[] } };
    const { stages } = await overview();
    expect(projected.county.coming.map(({ pupils }) => Math.round(pupils[0] ?? 0))).toEqual(
      stages.map(({ years }) => years[0]?.pupils),
    );
  });

  test('a province is refused, and a county without classes says what is missing', async () => {
    await expect(application.seats.overview('000000', 'expected', officer)).rejects.toThrow(/seats.notACounty/);
    await expect(application.seats.overview('110101', 'expected', officer)).rejects.toThrow(/seats.noHistory/);
  });
});
