import type { Stage } from '#standards';
import type { DemoStaff, DemoUnit } from './model.ts';
import { otherStaff } from './school-facts.ts';
import type { StageReport } from './stage-report.ts';

const artsSubjects = ['pe', 'music', 'fine-arts'] as const;
const languageArts = ['语文', '数学', '英语'];
const secondarySubjects = [...languageArts, '物理', '化学', '历史', '地理', '生物学', '道德与法治'];
const subjects: Readonly<Record<Stage, readonly string[]>> = {
  kindergarten: ['保育教育'],
  primary: ['语文', '数学', ...languageArts, '科学', '道德与法治', '信息科技'],
  junior: secondarySubjects,
  senior: secondarySubjects,
  special: ['综合', '康复'],
};

/** Degrees above and below what the stage requires. */
const degrees: Readonly<Record<Stage, readonly [DemoStaff['degree'], DemoStaff['degree']]>> = {
  kindergarten: ['junior-college', 'secondary'],
  primary: ['bachelor', 'secondary'],
  junior: ['bachelor', 'junior-college'],
  senior: ['master', 'bachelor'],
  special: ['bachelor', 'junior-college'],
};

/**
 * Staff rows of one unit that add up exactly to its aggregates.
 *
 * @param alsoListedAs number under which another school lists this school's first teacher too
 */
export function* listStaff(
  unit: DemoUnit,
  reports: readonly StageReport[],
  principals: number,
  alsoListedAs?: string,
): Generator<DemoStaff> {
  let n = 0;
  const person = (role: DemoStaff['role']): DemoStaff => ({
    unitId: unit.id,
    id: staffNumber(unit.id, ++n),
    role,
    stage: null,
    subject: null,
    degree: 'bachelor',
    backbone: false,
    certificate: false,
    title: null,
  });
  let teachers = 0;
  for (let i = 0; i < principals; i++) yield { ...person('principal'), certificate: true, title: '高级教师' };
  for (const report of reports) {
    const { stage } = report;
    teachers += report.teachers;
    for (let i = 0; i < report.teachers; i++) {
      // Each quality takes its share from another end of the list, so that they mix.
      const fromEnd = report.teachers - 1 - i;
      const turned = (i + Math.floor(report.teachers / 3)) % report.teachers;
      const subject =
        turned < report.peArts ? artsSubjects[i % artsSubjects.length] : subjects[stage][i % subjects[stage].length];
      const middle = (i * 7 + 3) % report.teachers;
      yield {
        // Whoever teaches a stage that the registry does not know of the school counts in none.
        ...person(unit.stages.includes(stage) ? 'teacher' : 'other'),
        ...(alsoListedAs !== undefined && teachers === report.teachers && i === 0 ? { id: alsoListedAs } : {}),
        stage: unit.stages.includes(stage) ? stage : null,
        subject: subject ?? null,
        degree: degrees[stage][fromEnd < report.aboveRequiredDegree ? 0 : 1],
        backbone: i < report.backbone,
        certificate: i < report.certified,
        title: (report.teachers % 7 === 0 ? i : middle) < report.middleTitle ? '一级教师' : '二级教师',
      };
    }
  }
  const others = ['health', 'administration', 'support'] as const;
  for (let i = 0; i < otherStaff(teachers, unit.category === 'kindergarten'); i++)
    yield person(others[Math.min(i, 2)] ?? 'support');
}

/** A number that tells people of a county apart. */
export function staffNumber(unitId: string, n: number): string {
  return `${unitId}-${String(n).padStart(4, '0')}`;
}
