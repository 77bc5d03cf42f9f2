import type { Principal } from '#core/access';
import { newId } from '#core/ids';
import { itemsOf } from '#standards';
import type { Application } from './application.ts';

type Parts = Pick<Application, 'database' | 'quality' | 'sheets' | 'surveys' | 'library' | 'cases' | 'now'>;

const evaluatedSchools = 8;
const levels = ['fully', 'mostly', 'mostly', 'partly', 'fully', 'mostly', 'notYet'] as const;
const opinions = ['verySatisfied', 'satisfied', 'satisfied', 'neutral', 'satisfied', 'verySatisfied', 'dissatisfied'];

/** A grey square: the invented county has no photos. */
const greySquare = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkqK//DwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Two rounds in progress and a survey with answers for the invented county, made through the same doors that people use. */
export async function writeDemoQuality(parts: Parts): Promise<void> {
  const { database, quality, now } = parts;
  const units = await database.query<{ county_code: string; id: string; stages: readonly string[] }>(
    `SELECT county_code, id, stages FROM unit WHERE kind = 'school' AND closed_on IS NULL ORDER BY id`,
  );
  const county = units[0]?.county_code ?? '';
  const at = now();
  const year = at.getUTCFullYear();
  const person = (role: string, unit?: string): Principal => ({
    id: `demo-${county}-${role}${unit === undefined ? '' : `-${unit}`}`,
    name: role,
    kind: 'person',
    grants: [{ role, area: county, unit }],
  });
  const officer = { principal: person('county-officer'), at };
  const selfDueOn = new Date(at.getTime() + 21 * 86_400_000).toISOString().slice(0, 10);
  const open = (instrument: string, title: string, stage: string) =>
    quality.openRound(
      county,
      {
        instrument,
        title,
        schoolYear: year,
        selfDueOn,
        units: units
          .filter(({ stages }) => stages.includes(stage))
          .slice(0, evaluatedSchools)
          .map(({ id }) => id),
      },
      officer,
    );
  const compulsory = await open('CN-CQE-2021-school', `${year} 年义务教育质量评价（虚构）`, 'primary');
  await open('CN-KQE-2022', `${year} 年幼儿园保教质量评估（虚构）`, 'kindergarten');
  const { rows } = await quality.round(county, compulsory.id, officer.principal);
  for (const [nth, { unit, selfSheet }] of rows.entries()) {
    const head = person('principal', unit);
    // The later ones are still writing.
    const share = nth < 4 ? 1 : nth < 6 ? 0.5 : 0;
    await answer(parts, { area: county, sheet: selfSheet }, { principal: head, at }, nth, share);
    if (nth >= 4) continue;
    await parts.sheets.submit({ area: county, sheet: selfSheet }, { principal: head, at });
    const external = (await quality.evaluation(county, compulsory.id, unit, officer.principal)).head.externalSheet;
    if (external === null || nth >= 2) continue;
    const inspector = { principal: person('inspector'), at };
    await answer(parts, { area: county, sheet: external }, inspector, nth + 3, 1);
    await parts.sheets.submit({ area: county, sheet: external }, inspector);
  }
  await writeSurvey(parts, county, officer);
}

async function answer(
  { sheets, library }: Parts,
  key: { readonly area: string; readonly sheet: string },
  act: { readonly principal: Principal; readonly at: Date },
  nth: number,
  share: number,
): Promise<void> {
  if (share === 0) return;
  const items = itemsOf(library.find('CN-CQE-2021-school').instrument);
  const file = await sheets.keepFile(key, greySquare, act);
  const changes = items.slice(0, Math.ceil(items.length * share)).map((item, at) => ({
    id: newId(act.at),
    item: item.id,
    base: 0,
    note: '',
    files: [file],
    writtenAt: act.at,
    value: levels[(nth * 5 + at * 3) % levels.length] ?? 'mostly',
  }));
  await sheets.sync(key, changes, act);
}

async function writeSurvey(
  { surveys }: Parts,
  county: string,
  officer: { readonly principal: Principal; readonly at: Date },
): Promise<void> {
  const { at } = officer;
  const day = (offset: number) => new Date(at.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
  const survey = await surveys.open(
    {
      area: county,
      instrument: 'CN-SATISFACTION',
      title: `${at.getUTCFullYear()} 年教育满意度调查（虚构）`,
      opensOn: day(-7),
      closesOn: day(21),
      residents: 120_000,
    },
    officer,
  );
  const key = { area: county, survey: survey.id };
  const groups = [
    ['parent', 42],
    ['teacher', 18],
    ['pupil', 14],
    ['principal', 4],
  ] as const;
  for (const [respondent, responses] of groups) {
    const [code = ''] = await surveys.makeCodes(key, { respondent, label: '', codes: 1, uses: 500 }, officer);
    for (let nth = 0; nth < responses; nth += 1) {
      const opinion = (shift: number) => opinions[(nth * 3 + shift) % opinions.length] ?? 'satisfied';
      const answers = {
        overall: opinion(0),
        admission: opinion(1),
        conditions: opinion(2),
        teachers: opinion(4),
        balance: opinion(3),
        workload: opinion(5),
        listening: opinion(6),
      };
      await surveys.answer(key, { id: crypto.randomUUID(), code, answers }, at);
    }
  }
}
