import type { Dictionary, SourceCell, Stage } from '#standards';
import type { DemoClass, DemoFact, DemoUnit } from './model.ts';

/** The cells of one form, as sheet → address → what is written there. */
export type ReturnCells = ReadonlyMap<string, ReadonlyMap<string, string | number>>;

export interface ReturnedSchool {
  readonly unit: DemoUnit;
  readonly schoolYear: number;
  readonly facts: readonly DemoFact[];
  readonly classes: readonly DemoClass[];
}

const categoryNames: Readonly<Record<string, string>> = {
  primary: '小学',
  junior: '初级中学',
  'nine-year': '九年一贯制学校',
  'twelve-year': '十二年一贯制学校',
  'complete-secondary': '完全中学',
  senior: '高级中学',
  special: '特殊教育学校',
};

/** Where a stage's form keeps its total, its grades and what its checks compare. */
const pupilForms: readonly {
  readonly stage: Stage;
  readonly form: string;
  readonly total: string;
  readonly grades: readonly string[];
  readonly facts: Readonly<Record<string, string>>;
  readonly leaving: string;
  readonly noSuchGrade?: string;
  readonly ages?: { readonly form: string; readonly total: string };
}[] = [
  {
    stage: 'primary',
    form: '教基3112',
    total: 'I6',
    grades: ['K6', 'L6', 'M6', 'N6', 'O6', 'P6'],
    facts: { C6: 'graduates', D6: 'entrants', I10: 'boarders', I11: 'migrantStudents', I17: 'leftBehindStudents' },
    leaving: 'Q6',
    ages: { form: '教基3113', total: 'D6' },
  },
  {
    stage: 'junior',
    form: '教基3115',
    total: 'E6',
    grades: ['G6', 'H6', 'I6'],
    facts: { C6: 'graduates', D6: 'entrants', E10: 'boarders', E11: 'migrantStudents', E17: 'leftBehindStudents' },
    leaving: 'K6',
    noSuchGrade: 'J6',
    ages: { form: '教基3116', total: 'D6' },
  },
  {
    stage: 'senior',
    form: '教基3118',
    total: 'E6',
    grades: ['G6', 'H6', 'I6'],
    facts: { C6: 'graduates', D6: 'entrants', E10: 'boarders', E11: 'migrantStudents' },
    leaving: 'K6',
  },
];

/**
 * One school as the official returns would hold it, as far as the cells of the measure dictionary and the forms' own checks go.
 *
 * @remarks The forms since 2021, for schools; kindergartens report on forms whose cells are not known for these years.
 */
export function fillReturn(dictionary: Dictionary, { unit, schoolYear, facts, classes }: ReturnedSchool): ReturnCells {
  const sheets = new Map<string, Map<string, string | number>>();
  const put = (sheet: string, cell: string, value: string | number) => {
    const cells = sheets.get(sheet) ?? new Map<string, string | number>();
    sheets.set(sheet, cells.set(cell, value));
  };
  const valueOf = (stage: string, measure: string) =>
    facts.find((fact) => fact.stage === stage && fact.measure === measure)?.value;
  fillCover(unit, schoolYear, put);
  for (const { stage, form, total, grades, facts: named, leaving, noSuchGrade, ages } of pupilForms) {
    if (!unit.stages.includes(stage)) continue;
    const pupils = pupilsByGrade(classes, stage, grades.length);
    put(form, 'A6', '总计');
    put(form, 'A10', '寄宿生');
    put(form, 'A11', '随迁子女');
    for (const [cell, measure] of Object.entries(named)) put(form, cell, valueOf(stage, measure) ?? '');
    grades.forEach((cell, i) => put(form, cell, pupils[i] ?? 0));
    put(
      form,
      total,
      pupils.reduce((a, b) => a + b, 0),
    );
    put(form, leaving, pupils.at(-1) ?? 0);
    if (stage === 'primary')
      for (const cell of ['F6', 'G6', 'H6']) put(form, cell, cell === 'F6' ? (pupils[0] ?? 0) : 0);
    if (noSuchGrade !== undefined) put(form, noSuchGrade, 0);
    if (ages !== undefined) {
      put(
        ages.form,
        ages.total,
        pupils.reduce((a, b) => a + b, 0),
      );
      put(ages.form, 'C7', 0);
    }
  }
  for (const measure of dictionary.measures.values()) {
    for (const source of measure.forms.filter(({ since, until }) => inForce(since, until, schoolYear))) {
      const value = valueOf(source.stage, measure.id);
      if (value !== undefined && measure.id !== 'students') fillCells(source, value, put);
    }
  }
  const staff = valueOf('all', 'staff') ?? 0;
  put('教基4149', 'A6', '总计');
  for (const cell of ['D6', 'E6', 'F6', 'G6', 'H6']) put('教基4149', cell, cell === 'D6' ? staff : 0);
  return sheets;
}

function fillCover(
  unit: DemoUnit,
  schoolYear: number,
  put: (sheet: string, cell: string, value: string | number) => void,
) {
  const lines = [
    ['学校（机构）标识码', unit.id],
    ['学校（机构）名称', unit.name.zh],
    ['办学类型', categoryNames[unit.category] ?? ''],
    ['举办者', unit.ownership === 'public' ? '教育部门' : '民办'],
  ] as const;
  put('封面', 'A1', '虚构数据，仅供演示');
  put('封面', 'A4', '学年');
  put('封面', 'C4', schoolYear);
  lines.forEach(([label, value], i) => {
    put('封面', `A${8 + i}`, label);
    put('封面', `B${8 + i}`, value);
  });
}

/** Several cells together make one figure: the first takes it, the others are 0. */
function fillCells(source: SourceCell, value: number, put: (sheet: string, cell: string, value: number) => void): void {
  source.cell.split('+').forEach((cell, i) => put(source.form, cell.trim(), i === 0 ? value / source.factor : 0));
}

function inForce(since: number | null, until: number | null, year: number): boolean {
  return (since === null || since <= year) && (until === null || until >= year);
}

function pupilsByGrade(classes: readonly DemoClass[], stage: Stage, count: number): number[] {
  const first = stage === 'primary' ? 1 : stage === 'junior' ? 7 : 10;
  const pupils = Array.from({ length: count }, () => 0);
  for (const { stage: own, grade, pupils: size } of classes) {
    if (own === stage) pupils[grade - first] = (pupils[grade - first] ?? 0) + size;
  }
  return pupils;
}
