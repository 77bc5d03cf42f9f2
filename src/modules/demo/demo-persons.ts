import type { CopyValue, Session } from '#core/db';
import type { DemoArea, DemoCounty, DemoUnit } from './model.ts';
import { openRandom } from './random.ts';

interface DemoPerson {
  readonly area: string;
  readonly id: string;
  readonly name: string;
  readonly post: string;
  readonly unit: string | null;
  readonly role: string;
}

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'] as [string, ...string[]];
const givenNames = [...'明华芳敏静伟强磊军洋勇艳杰娟涛超'] as [string, ...string[]];

const posts: Readonly<Record<string, string>> = {
  'county-planner': '教育局规划股',
  'county-officer': '教育局基础教育股',
  inspector: '责任督学',
  'finance-officer': '教育局财务股',
  auditor: '审计局',
  'city-officer': '市教育局基础教育科',
  'province-officer': '省教育厅基础教育处',
  'nation-officer': '教育督导局',
  principal: '校长',
  'school-clerk': '填报员',
  teacher: '教师',
  family: '家长',
};

const countyRoles = ['county-officer', 'county-planner', 'inspector', 'finance-officer', 'auditor', 'family'];
const schoolRoles = ['principal', 'school-clerk', 'teacher'];
const areaRoles: Readonly<Record<string, readonly string[]>> = {
  city: ['city-officer'],
  province: ['province-officer'],
  nation: ['nation-officer'],
};

/** The invented officers of a county, and the people of two of its schools. */
export function personsOfCounty({ area, units }: DemoCounty): readonly DemoPerson[] {
  return [
    ...countyRoles.map((role) => personOf(area, role, null)),
    ...twoSchools(units).flatMap(({ id }) => schoolRoles.map((role) => personOf(area, role, id))),
  ];
}

export function personsOfArea(area: DemoArea): readonly DemoPerson[] {
  return (areaRoles[area.level] ?? []).map((role) => personOf(area, role, null));
}

/** One that every stage-less page shows, and one of another kind. */
function twoSchools(units: readonly DemoUnit[]): readonly DemoUnit[] {
  const schools = units.filter(({ kind }) => kind === 'school');
  const found = ['primary', 'junior'].map((category) => schools.find((unit) => unit.category === category));
  return found.filter((unit) => unit !== undefined);
}

function personOf(area: DemoArea, role: string, unit: string | null): DemoPerson {
  const id = ['demo', area.code, role, ...(unit === null ? [] : [unit])].join('-');
  const random = openRandom(Number(area.code), ...[...id].map((letter) => letter.charCodeAt(0)));
  const name = `虚构${random.pick(surnames)}${random.pick(givenNames)}`;
  return { area: area.code, id, name, post: posts[role] ?? role, unit, role };
}

/** Writes invented persons with the one role each holds; those that are there already stay as they are. */
export async function writePersons(session: Session, persons: readonly DemoPerson[], at: Date): Promise<void> {
  if (persons.length === 0) return;
  await session.query(
    `INSERT INTO core_person (area_code, id, name, unit_id, post, invented, registered_at, registered_by)
     SELECT area, id, name, unit, post, true, $6::timestamptz, 'demo'
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) AS p (area, id, name, unit, post)
     ON CONFLICT (area_code, id) DO NOTHING`,
    [...columnsOf(persons, ['area', 'id', 'name', 'unit', 'post']), at],
  );
  await session.query(
    `INSERT INTO core_grant (area_code, person_id, id, role, at_area, at_unit, source, granted_at, granted_by)
     SELECT area, id, 'demo', role, area, unit, 'granted', $5::timestamptz, 'demo'
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS p (area, id, role, unit)
     ON CONFLICT (area_code, person_id, id) DO NOTHING`,
    [...columnsOf(persons, ['area', 'id', 'role', 'unit']), at],
  );
}

function columnsOf(persons: readonly DemoPerson[], names: readonly (keyof DemoPerson)[]): CopyValue[][] {
  return names.map((name) => persons.map((person) => person[name]));
}
