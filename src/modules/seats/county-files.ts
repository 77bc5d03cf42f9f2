import { type ChainStage, chainStages } from './grades.ts';
import { type CountyInputs, type DutyStep, dutySteps } from './model.ts';
import { type EnrolmentRow, readEnrolment } from './read-files.ts';
import { type FileFinding, type GivenFile, readTable, readWhole, type TableRow } from './read-table.ts';

export interface CountyFiles {
  /** Pupils by school, grade and year, of years for which no class rows are kept. */
  readonly grades?: GivenFile | undefined;
  /** Births and residents by township and year. */
  readonly places?: GivenFile | undefined;
  /** Class rooms and licensed seats by school and stage. */
  readonly rooms?: GivenFile | undefined;
  /** Homes by project and hand-over. */
  readonly homes?: GivenFile | undefined;
  /** Seats that projects owe, a step a row. */
  readonly duties?: GivenFile | undefined;
}

export interface PlaceRow {
  readonly township: string;
  readonly year: number;
  readonly births: number | null;
  readonly residents: number | null;
}

export interface RoomsRow {
  readonly unit: string;
  readonly stage: ChainStage;
  readonly rooms: number | null;
  readonly licensed: number | null;
  readonly quality: boolean;
}

export interface HomesRow {
  readonly project: string;
  readonly township: string;
  readonly homes: number;
  readonly handedOverOn: string;
}

export interface DutyRow {
  readonly project: string;
  readonly stage: ChainStage;
  readonly seats: number;
  readonly step: DutyStep;
  readonly dueOn: string;
  readonly doneOn: string | null;
}

/** What a county's files hold, with townships and schools by their codes. */
export interface CountyRows {
  readonly grades: readonly EnrolmentRow[];
  readonly places: readonly PlaceRow[];
  readonly rooms: readonly RoomsRow[];
  readonly homes: readonly HomesRow[];
  readonly duties: readonly DutyRow[];
}

const stageWords: Readonly<Record<string, ChainStage>> = {
  ...Object.fromEntries(chainStages.map((stage) => [stage, stage])),
  幼儿园: 'kindergarten',
  小学: 'primary',
  初中: 'junior',
  高中: 'senior',
};
const stepWords: Readonly<Record<string, DutyStep>> = {
  ...Object.fromEntries(dutySteps.map((step) => [step, step])),
  设计: 'design',
  建设: 'build',
  验收: 'accept',
  移交: 'handOver',
};
const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const yes = ['是', 'yes', 'true', '1'];

/** Reads whatever files are given of a county; every cell that cannot be read is a finding. */
export function readCountyFiles(files: CountyFiles, county: CountyInputs, findings: FileFinding[]): CountyRows {
  const townshipOf = namesOf(county.townships.map(({ code, name }) => ({ id: code, name })));
  const schoolOf = namesOf(county.schools);
  const resolve = (school: string): string | undefined => schoolOf.get(school);
  const homes = files.homes === undefined ? [] : readHomes(files.homes, townshipOf, findings);
  const projects = new Set([...homes.map(({ project }) => project), ...county.housing.map(({ id }) => id)]);
  return {
    grades: files.grades === undefined ? [] : readEnrolment(files.grades, findings, resolve),
    places: files.places === undefined ? [] : readPlaces(files.places, townshipOf, findings),
    rooms: files.rooms === undefined ? [] : readRooms(files.rooms, schoolOf, findings),
    homes,
    duties: files.duties === undefined ? [] : readDuties(files.duties, projects, findings),
  };
}

/** Codes by code and by name; a name that two share finds neither. */
function namesOf(rows: readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const { id, name } of rows) {
    if (found.has(name)) twice.add(name);
    found.set(name, id);
  }
  for (const name of twice) found.delete(name);
  for (const { id } of rows) found.set(id, id);
  return found;
}

function readPlaces(file: GivenFile, townshipOf: ReadonlyMap<string, string>, findings: FileFinding[]): PlaceRow[] {
  const seen = new Map<string, number>();
  const rows = readTable(
    file,
    {
      township: { names: ['township', '乡镇', '街道', 'district', '片区'], required: true },
      year: { names: ['year', '年份'], required: true },
      births: { names: ['births', '出生人数', '出生数'], required: false },
      residents: { names: ['residents', '常住人口'], required: false },
    },
    findings,
  );
  return rows.flatMap((row) => {
    const township = known(row, 'township', townshipOf, '乡镇', 'township');
    const year = readWhole(row, 'year', 1950, 2200);
    const births = optional(row, 'births', 10_000_000);
    const residents = optional(row, 'residents', 100_000_000);
    if (township === undefined || year === undefined || births === undefined || residents === undefined) return [];
    if (isRepeated(row, 'year', `${township} ${year}`, seen)) return [];
    return [{ township, year, births, residents }];
  });
}

function readRooms(file: GivenFile, schoolOf: ReadonlyMap<string, string>, findings: FileFinding[]): RoomsRow[] {
  const seen = new Map<string, number>();
  const rows = readTable(
    file,
    {
      school: { names: ['school', '学校', '学校名称'], required: true },
      stage: { names: ['stage', '学段'], required: true },
      rooms: { names: ['rooms', '普通教室', '教室'], required: false },
      licensed: { names: ['licensed_seats', 'licensed', '核定学位', '核定规模'], required: false },
      quality: { names: ['quality', '优质'], required: false },
    },
    findings,
  );
  return rows.flatMap((row) => {
    const unit = known(row, 'school', schoolOf, '学校', 'school');
    const stage = word(row, 'stage', stageWords);
    const rooms = optional(row, 'rooms', 1000);
    const licensed = optional(row, 'licensed', 100_000);
    if (unit === undefined || stage === undefined || rooms === undefined || licensed === undefined) return [];
    if (isRepeated(row, 'stage', `${unit} ${stage}`, seen)) return [];
    return [{ unit, stage, rooms, licensed, quality: yes.includes(row.text('quality').toLowerCase()) }];
  });
}

function readHomes(file: GivenFile, townshipOf: ReadonlyMap<string, string>, findings: FileFinding[]): HomesRow[] {
  const rows = readTable(
    file,
    {
      project: { names: ['project', '项目', '小区'], required: true },
      township: { names: ['township', '乡镇', '街道', 'district', '片区'], required: true },
      homes: { names: ['homes', '户数', '套数'], required: true },
      on: { names: ['handed_over', '交付日期'], required: true },
    },
    findings,
  );
  return rows.flatMap((row) => {
    const project = named(row, 'project');
    const township = known(row, 'township', townshipOf, '乡镇', 'township');
    const homes = readWhole(row, 'homes', 1, 1_000_000);
    const handedOverOn = date(row, 'on');
    if (project === undefined || township === undefined || homes === undefined || handedOverOn === undefined) return [];
    return [{ project, township, homes, handedOverOn }];
  });
}

function readDuties(file: GivenFile, projects: ReadonlySet<string>, findings: FileFinding[]): DutyRow[] {
  const seen = new Map<string, number>();
  const rows = readTable(
    file,
    {
      project: { names: ['project', '项目', '小区'], required: true },
      stage: { names: ['stage', '学段'], required: true },
      seats: { names: ['seats', '学位', '应配学位'], required: true },
      step: { names: ['step', '环节'], required: true },
      due: { names: ['due', '应完成', '应完成日期'], required: true },
      done: { names: ['done', '实际完成', '实际完成日期'], required: false },
    },
    findings,
  );
  return rows.flatMap((row) => {
    const project = named(row, 'project');
    const stage = word(row, 'stage', stageWords);
    const seats = readWhole(row, 'seats', 1, 100_000);
    const step = word(row, 'step', stepWords);
    const dueOn = date(row, 'due');
    const doneOn = row.text('done') === '' ? null : date(row, 'done');
    if (project === undefined || stage === undefined || seats === undefined) return [];
    if (step === undefined || dueOn === undefined || doneOn === undefined) return [];
    if (!projects.has(project)) {
      const { message, remedy } = unknown('住宅项目', 'housing project', project);
      row.refuse('project', message, remedy);
      return [];
    }
    if (isRepeated(row, 'step', `${project} ${stage} ${step}`, seen)) return [];
    return [{ project, stage, seats, step, dueOn, doneOn }];
  });
}

function isRepeated<Column extends string>(
  row: TableRow<Column>,
  column: Column,
  key: string,
  seen: Map<string, number>,
): boolean {
  const before = seen.get(key);
  if (before === undefined) {
    seen.set(key, row.row);
    return false;
  }
  row.refuse(
    column,
    { zh: `与第 ${before} 行重复。`, en: `Row ${before} says the same thing.` },
    { zh: '请删去一行。', en: 'Remove one of the two.' },
  );
  return true;
}

function known<Column extends string>(
  row: TableRow<Column>,
  column: Column,
  of: ReadonlyMap<string, string>,
  zh: string,
  en: string,
): string | undefined {
  const found = of.get(row.text(column));
  if (found === undefined) {
    const { message, remedy } = unknown(zh, en, row.text(column));
    row.refuse(column, message, remedy);
  }
  return found;
}

function unknown(zh: string, en: string, text: string): Pick<FileFinding, 'message' | 'remedy'> {
  return {
    message: {
      zh: `本县没有${zh}“${text}”，或有同名的。`,
      en: `The county has no ${en} "${text}", or two of that name.`,
    },
    remedy: { zh: '请用登记的名称或代码。', en: 'Use the name or code of the registry.' },
  };
}

function named<Column extends string>(row: TableRow<Column>, column: Column): string | undefined {
  const text = row.text(column);
  if (text !== '') return text;
  row.refuse(column, { zh: '没有名称。', en: 'No name is given.' }, { zh: '请填名称。', en: 'Write a name.' });
  return undefined;
}

function word<Column extends string, Value>(
  row: TableRow<Column>,
  column: Column,
  words: Readonly<Record<string, Value>>,
): Value | undefined {
  const found = Object.hasOwn(words, row.text(column)) ? words[row.text(column)] : undefined;
  if (found === undefined) {
    const list = Object.keys(words).join('、');
    row.refuse(
      column,
      { zh: `“${row.text(column)}”不认识。`, en: `"${row.text(column)}" is not known.` },
      { zh: `请用：${list}。`, en: `Use one of: ${list}.` },
    );
  }
  return found;
}

function date<Column extends string>(row: TableRow<Column>, column: Column): string | undefined {
  const text = row.text(column).slice(0, 10);
  if (day.test(text) && !Number.isNaN(Date.parse(text))) return text;
  row.refuse(
    column,
    { zh: `“${row.text(column)}”不是日期。`, en: `"${row.text(column)}" is no date.` },
    { zh: '请写成 2026-08-31。', en: 'Write it as 2026-08-31.' },
  );
  return undefined;
}

/** A whole number, null where the cell is empty, undefined with a finding where it is neither. */
function optional<Column extends string>(row: TableRow<Column>, column: Column, to: number): number | null | undefined {
  return row.text(column) === '' ? null : readWhole(row, column, 0, to);
}
