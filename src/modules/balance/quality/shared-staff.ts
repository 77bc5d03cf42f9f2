import type { SharedStaff } from '#engines/facts';
import type { EvaluationInput } from '#standards';
import type { Issue } from './model.ts';

/** Staff counted in two or more schools: each of them counts a person as a whole teacher. */
export function sharedStaffIssues({ units, areas }: EvaluationInput, shared: readonly SharedStaff[]): Issue[] {
  const rowOf = new Map(units.id.map((id, row) => [`${areas.code[units.county[row] as number]} ${id}`, row]));
  return shared.map((one): Issue => {
    const rows = one.units.flatMap((id) => rowOf.get(`${one.county} ${id}`) ?? []);
    const names = rows.map((row) => units.name[row] as string);
    return {
      rule: 'countedTwice',
      gravity: 'check',
      unit: rows[0] ?? null,
      stage: null,
      measures: ['fullTimeTeachers'],
      message: {
        zh: `${one.people} 人同时列在 ${one.units.length} 所学校的教职工名册中：${names.join('、')}`,
        en: `${one.people} people stand in the staff rows of ${one.units.length} schools: ${names.join(', ')}`,
      },
      remedy: {
        zh: '每人只在实际任教的学校计一次；走教、兼职教师请按规定单列。',
        en: 'Count each person once, where they really teach; list travelling and part-time teachers apart.',
      },
      evidence: [
        { label: { zh: '人数', en: 'people' }, value: String(one.people) },
        { label: { zh: '学校', en: 'schools' }, value: one.units.join(' ') },
      ],
    };
  });
}
