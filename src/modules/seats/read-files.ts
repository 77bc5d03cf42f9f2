import { gradeChain, readGrade } from './grades.ts';
import { type FileFinding, type GivenFile, readTable, readWhole } from './read-table.ts';

export interface EnrolmentRow {
  readonly school: string;
  readonly district: string;
  readonly year: number;
  /** Position in the chain of grades. */
  readonly grade: number;
  readonly pupils: number;
}

export interface BirthsRow {
  /** Empty = wherever there is one district only. */
  readonly district: string;
  readonly year: number;
  /** 1 to 12, or null where births are of the whole year. */
  readonly month: number | null;
  readonly births: number;
}

export interface HousingRow {
  readonly district: string;
  readonly project: string;
  readonly homes: number;
  readonly year: number;
}

const mostPupils = 100_000;
const firstYear = 1950;
const lastYear = 2200;

/**
 * Pupils by school, grade and year; a second row for the same place is a finding, not a sum.
 *
 * @param resolve the code of a school as it is written; `undefined` = there is none
 */
export function readEnrolment(
  file: GivenFile,
  findings: FileFinding[],
  resolve: (school: string) => string | undefined = (school) => school,
): readonly EnrolmentRow[] {
  const seen = new Map<string, number>();
  const rows = readTable(
    file,
    {
      school: { names: ['school', '学校', '学校名称'], required: true },
      district: { names: ['district', '片区', '乡镇', '学区'], required: false },
      year: { names: ['year', '学年', '年份', 'school_year'], required: true },
      grade: { names: ['grade', '年级'], required: true },
      pupils: { names: ['pupils', '学生数', '人数', 'students'], required: true },
    },
    findings,
  );
  return rows.flatMap((row) => {
    const written = row.text('school');
    const school = resolve(written) ?? '';
    if (written === '') {
      row.refuse(
        'school',
        { zh: '没有学校。', en: 'No school is named.' },
        { zh: '请填学校名称或代码。', en: 'Name the school.' },
      );
    } else if (school === '') {
      row.refuse(
        'school',
        {
          zh: `本县没有学校“${written}”，或有同名的。`,
          en: `The county has no school "${written}", or two of that name.`,
        },
        { zh: '请用登记的名称或代码。', en: 'Use the name or code of the registry.' },
      );
    }
    const year = readWhole(row, 'year', firstYear, lastYear);
    const grade = readGrade(row.text('grade'));
    if (grade < 0) {
      row.refuse(
        'grade',
        { zh: `“${row.text('grade')}”不是年级。`, en: `"${row.text('grade')}" is no grade.` },
        { zh: '请写 k1–k3、1–12 或“一年级”“初一”这样的年级。', en: 'Write k1 to k3, or 1 to 12.' },
      );
    }
    const pupils = readWhole(row, 'pupils', 0, mostPupils);
    if (school === '' || year === undefined || grade < 0 || pupils === undefined) return [];
    const key = `${school}\t${year}\t${grade}`;
    const before = seen.get(key);
    if (before !== undefined) {
      row.refuse(
        'grade',
        {
          zh: `“${school}”${year} 学年 ${gradeChain[grade]?.id} 年级在第 ${before} 行已经有了。`,
          en: `"${school}", ${year}, grade ${gradeChain[grade]?.id} stands in row ${before} already.`,
        },
        { zh: '请删去一行，或改正年级、学年。', en: 'Remove one of the rows, or mend its grade or year.' },
      );
      return [];
    }
    seen.set(key, row.row);
    return [{ school, district: row.text('district'), year, grade, pupils }];
  });
}

/** Births by year or month, of one district or of each. */
export function readBirths(
  file: GivenFile,
  districts: readonly string[],
  findings: FileFinding[],
): readonly BirthsRow[] {
  const rows = readTable(
    file,
    {
      district: { names: ['district', '片区', '乡镇', '学区'], required: false },
      year: { names: ['year', '年份'], required: true },
      month: { names: ['month', '月份', '月'], required: false },
      births: { names: ['births', '出生人数', '出生数'], required: true },
    },
    findings,
  );
  return rows.flatMap((row) => {
    const district = districtOf(row, districts);
    const year = readWhole(row, 'year', firstYear, lastYear);
    const month = row.text('month') === '' ? null : readWhole(row, 'month', 1, 12);
    const births = readWhole(row, 'births', 0, 10_000_000);
    if (district === undefined || year === undefined || month === undefined || births === undefined) return [];
    return [{ district, year, month, births }];
  });
}

/** Homes by district and the calendar year in which they are handed over. */
export function readHousing(
  file: GivenFile,
  districts: readonly string[],
  findings: FileFinding[],
): readonly HousingRow[] {
  const rows = readTable(
    file,
    {
      district: { names: ['district', '片区', '乡镇', '学区'], required: false },
      project: { names: ['project', '项目', '小区'], required: false },
      homes: { names: ['homes', '户数', '套数'], required: true },
      year: { names: ['year', '交付年份', '交付年', 'handover'], required: true },
    },
    findings,
  );
  return rows.flatMap((row) => {
    const district = districtOf(row, districts);
    const homes = readWhole(row, 'homes', 1, 1_000_000);
    const year = readWhole(row, 'year', firstYear, lastYear);
    if (district === undefined || homes === undefined || year === undefined) return [];
    return [{ district, project: row.text('project'), homes, year }];
  });
}

function districtOf(
  row: {
    text(column: 'district'): string;
    refuse(column: 'district', message: FileFinding['message'], remedy: FileFinding['remedy']): void;
  },
  districts: readonly string[],
): string | undefined {
  const given = row.text('district');
  if (districts.includes(given)) return given;
  if (given === '' && districts.length === 1) return districts[0];
  row.refuse(
    'district',
    { zh: `学生数文件里没有片区“${given}”。`, en: `The file of pupils has no district "${given}".` },
    { zh: '请用学生数文件里的片区名称。', en: 'Use a district of the file of pupils.' },
  );
  return undefined;
}
