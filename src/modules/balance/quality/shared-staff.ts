import type { SharedStaff } from '#engines/facts';
import { type EvaluationInput, type StageOrAll, stages } from '#standards';
import type { Issue, QualityChecks } from './model.ts';

type Tables = Pick<EvaluationInput, 'units' | 'areas'>;

/**
 * Teachers counted in two or more schools, of one county or of several: each of them counts a person as a whole teacher.
 *
 * @remarks
 * Two counties that share more of their staff numbers than `localShare` number their people by themselves: that is one hint, and no
 * school is named.
 */
export function sharedStaffIssues(
  tables: Tables,
  shared: readonly SharedStaff[],
  { shared: { localShare } }: QualityChecks,
): Issue[] {
  const teachers = teachersByCounty(tables);
  const overlaps = overlapsOf(shared);
  const isLocal = (one: string, other: string) => {
    const smaller = Math.min(teachers.get(one) ?? 0, teachers.get(other) ?? 0);
    return smaller > 0 && (overlaps.get(`${one} ${other}`) ?? 0) > localShare * smaller;
  };
  const local = [...overlaps].flatMap(([pair, people]) => {
    const [one = '', other = ''] = pair.split(' ');
    return isLocal(one, other) ? [localNumbers(tables, [one, other], people)] : [];
  });
  const said = shared.filter(({ places }) => !pairsOf(countiesOf(places)).some(([one, other]) => isLocal(one, other)));
  const rowOf = new Map(
    tables.units.id.map((id, row) => [`${tables.areas.code[tables.units.county[row] ?? -1]} ${id}`, row]),
  );
  return [...local, ...said.map((one) => countedTwice(tables, rowOf, one))];
}

function countedTwice(
  { units, areas }: Tables,
  rowOf: ReadonlyMap<string, number>,
  { places, people }: SharedStaff,
): Issue {
  const rows = places.flatMap(({ county, unit }) => rowOf.get(`${county} ${unit}`) ?? []);
  const counties = new Set(countiesOf(places));
  const names = rows.map((row) => {
    const county = areas.name[units.county[row] ?? -1] ?? '';
    return counties.size > 1 ? `${county} ${units.name[row]}` : (units.name[row] ?? '');
  });
  return {
    rule: 'countedTwice',
    gravity: 'check',
    unit: rows[0] ?? null,
    stage: null,
    measures: ['fullTimeTeachers'],
    message: {
      zh: `${people} 人同时列在 ${places.length} 所学校的教职工名册中：${names.join('、')}`,
      en: `${people} people stand in the staff rows of ${places.length} schools: ${names.join(', ')}`,
    },
    remedy: {
      zh: '请对照两校名册和任课表；每人只在实际任教的学校计一次，走教、兼职教师请按规定单列。',
      en: 'Compare both schools’ staff rows and timetables; count each person once, where they really teach, and list travelling and part-time teachers apart.',
    },
    evidence: [
      { label: { zh: '人数', en: 'people' }, value: String(people) },
      { label: { zh: '学校', en: 'schools' }, value: places.map(({ unit }) => unit).join(' ') },
    ],
    chance: {
      zh: '人员编号一人一号，不会偶然重复；编号录错和学年中途调动是常见的正当原因',
      en: 'a staff number is one person’s, so not by chance; a mistyped number or a move during the year is an honest cause',
    },
  };
}

function localNumbers({ areas }: Tables, counties: readonly string[], people: number): Issue {
  const names = counties.map((code) => areas.name[areas.code.indexOf(code)] ?? code);
  return {
    rule: 'countedTwice',
    gravity: 'hint',
    unit: null,
    stage: null,
    measures: ['fullTimeTeachers'],
    message: {
      zh: `${names.join('与')}有 ${people} 个人员编号相同，像是各自编号，无法比对是否一人多计`,
      en: `${names.join(' and ')} share ${people} staff numbers: each seems to number its people by itself, so they cannot be compared`,
    },
    remedy: { zh: '请改用全国统一的教师编号。', en: 'Use the national numbers of teachers.' },
    evidence: [
      { label: { zh: '相同编号', en: 'equal numbers' }, value: String(people) },
      { label: { zh: '县', en: 'counties' }, value: counties.join(' ') },
    ],
    chance: {
      zh: '各县自行编号时必然出现，不说明任何问题',
      en: 'certain where counties number by themselves; it says nothing about anybody',
    },
  };
}

function countiesOf(places: SharedStaff['places']): readonly string[] {
  return [...new Set(places.map(({ county }) => county))].sort();
}

function pairsOf(counties: readonly string[]): readonly (readonly [string, string])[] {
  return counties.flatMap((one, at) => counties.slice(at + 1).map((other) => [one, other] as const));
}

function overlapsOf(shared: readonly SharedStaff[]): ReadonlyMap<string, number> {
  const overlaps = new Map<string, number>();
  for (const { places, people } of shared) {
    for (const pair of pairsOf(countiesOf(places))) {
      const key = pair.join(' ');
      overlaps.set(key, (overlaps.get(key) ?? 0) + people);
    }
  }
  return overlaps;
}

function teachersByCounty({ units, areas }: Tables): ReadonlyMap<string, number> {
  const teachers = new Map<string, number>();
  const columns = stages.flatMap((stage: StageOrAll) => units.columns.get(`fullTimeTeachers@${stage}`) ?? []);
  units.county.forEach((row, unit) => {
    const county = areas.code[row] ?? '';
    const own = columns.reduce((sum, values) => sum + (values[unit] || 0), 0);
    teachers.set(county, (teachers.get(county) ?? 0) + own);
  });
  return teachers;
}
