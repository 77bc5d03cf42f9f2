/** The file of one import: forty schools whose pupils all come from one number, so that a half import shows. */
export const county = '341181';
export const schoolYear = 2026;
export const schoolCount = 40;

export const profile = `
profile: kill-test
title: { zh: 中断试验, en: Kill test }
sheets:
  - records:
      - dataset: units
        fields: { id: 标识码, name: 学校, category: { value: primary }, ownership: { value: public } }
    facts:
      - unit: 标识码
        stage: { value: primary }
        measures:
          - { measure: students, column: 学生 }
          - { measure: fullTimeTeachers, column: 教师 }
`;

export function fileOf(base: number): { readonly name: string; readonly bytes: Uint8Array } {
  const rows = Array.from(
    { length: schoolCount },
    (_, n) => `21340010${n + 10},第${n}小学,${pupilsOf(base, n)},${base + 1}`,
  );
  return { name: `base-${base}.csv`, bytes: new TextEncoder().encode(['标识码,学校,学生,教师', ...rows].join('\n')) };
}

export function pupilsOf(base: number, school: number): number {
  return 100 + (base % 1000) + school;
}

/** The number a file was made from. */
export function baseOf(fileName: string): number {
  return Number(/^base-(\d+)\.csv$/.exec(fileName)?.[1]);
}
