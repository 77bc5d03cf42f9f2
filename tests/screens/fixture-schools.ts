import type { Coefficient, IndicatorRef, Status } from '#contracts/balance';

export type FixtureStage = 'primary' | 'junior';
export const fixtureStages: readonly FixtureStage[] = ['primary', 'junior'];

interface Line {
  readonly ref: IndicatorRef;
  readonly line: Readonly<Record<FixtureStage, number>>;
  readonly resource: { readonly zh: string; readonly en: string };
}

const line = (
  id: string,
  zh: string,
  en: string,
  unit: readonly [string, string],
  primary: number,
  junior: number,
  resource: readonly [string, string],
): Line => ({
  ref: {
    id,
    name: { zh, en },
    unit: { zh: unit[0], en: unit[1] },
    decimals: 2,
    direction: 'atLeast',
  },
  line: { primary, junior },
  resource: { zh: resource[0], en: resource[1] },
});

// Numbers to draw with, not a standard: the real lines come from the policies folder.
export const lines: readonly Line[] = [
  line(
    'R1',
    '每百名学生拥有高于规定学历教师数',
    'Teachers above the required degree per 100 pupils',
    ['人', 'teachers'],
    4.2,
    5.3,
    ['人', 'teachers'],
  ),
  line('R2', '每百名学生拥有县级以上骨干教师数', 'Backbone teachers per 100 pupils', ['人', 'teachers'], 1, 1, [
    '人',
    'teachers',
  ]),
  line(
    'R3',
    '每百名学生拥有体育、艺术专任教师数',
    'PE and arts teachers per 100 pupils',
    ['人', 'teachers'],
    0.9,
    0.9,
    ['人', 'teachers'],
  ),
  line('R4', '生均教学及辅助用房面积', 'Teaching and auxiliary rooms per pupil', ['平方米', 'm²'], 4.5, 5.8, [
    '平方米',
    'm²',
  ]),
  line('R5', '生均体育运动场馆面积', 'Sports venues per pupil', ['平方米', 'm²'], 7.5, 10.2, ['平方米', 'm²']),
  line('R6', '生均教学仪器设备值', 'Value of teaching equipment per pupil', ['元', 'yuan'], 2000, 2500, ['元', 'yuan']),
  line('R7', '每百名学生拥有网络多媒体教室数', 'Multimedia rooms per 100 pupils', ['间', 'rooms'], 2.3, 2.4, [
    '间',
    'rooms',
  ]),
];

function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

export interface FixtureSchool {
  readonly unit: string;
  readonly name: string;
  readonly stage: FixtureStage;
  readonly pupils: number;
  readonly values: readonly (number | null)[];
}

const surnames = ['城关', '实验', '东风', '柳林', '南湖', '石桥', '白杨', '新华', '前进', '清河'];

export function makeSchools(count: number): readonly FixtureSchool[] {
  const random = seeded(count + 7);
  return Array.from({ length: count }, (_, index) => {
    const stage = index % 3 === 2 ? 'junior' : 'primary';
    const long = index === 1 ? '市经济技术开发区外国语实验学校附属柳林街道幸福路九年一贯制寄宿制学校小学部东校区' : '';
    return {
      unit: `33${String(10_000_000 + index)}`,
      name: `${long}${surnames[index % 10]}第${index + 1}${stage === 'junior' ? '初级中学' : '小学'}`,
      stage,
      pupils: Math.round(80 + random() ** 2 * 2100),
      values: lines.map(({ line: lineOf }) => (random() < 0.01 ? null : lineOf[stage] * (0.82 + random() * 1.3))),
    };
  });
}

export function statusOf(value: number | null, threshold: number): Status {
  if (value === null) return 'noData';
  if (value < threshold) return 'notMet';
  return value < threshold * 1.05 ? 'near' : 'met';
}
export const verdictOf = (status: Status) => (status === 'near' ? 'met' : status);

export function coefficientOf(schools: readonly FixtureSchool[], index: number, stage: FixtureStage): Coefficient {
  const known = schools.filter((school) => school.stage === stage && school.values[index] !== null);
  const pupils = known.reduce((sum, school) => sum + school.pupils, 0);
  const mean = known.reduce((sum, school) => sum + (school.values[index] ?? 0) * school.pupils, 0) / (pupils || 1);
  const parts = known.map((school) => (school.pupils / (pupils || 1)) * ((school.values[index] ?? 0) - mean) ** 2);
  const variance = parts.reduce((sum, part) => sum + part, 0);
  // Stretched, so that both sides of the limit occur.
  const value = known.length === 0 ? null : (Math.sqrt(variance) / mean) * (1 + index * 0.22);
  const limit = stage === 'primary' ? 0.5 : 0.45;
  const status: Status = value === null ? 'noData' : value > limit ? 'notMet' : value > limit * 0.95 ? 'near' : 'met';
  return {
    indicator: lines[index]?.ref.id ?? '',
    stage,
    schools: known.length,
    missing: 0,
    mean: known.length === 0 ? null : mean,
    standardDeviation: known.length === 0 ? null : Math.sqrt(variance),
    coefficientOfVariation: value,
    limit,
    verdict: verdictOf(status),
    status,
    previous: value === null ? null : value * 1.04,
    drivers: known
      .map((school, row) => ({
        unit: school.unit,
        name: school.name,
        county: '990001',
        value: school.values[index] ?? null,
        contributionShare: (parts[row] ?? 0) / (variance || 1),
      }))
      .sort((a, b) => b.contributionShare - a.contributionShare)
      .slice(0, 5),
  };
}
