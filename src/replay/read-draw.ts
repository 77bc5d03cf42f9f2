import { type Applicant, type Draw, type Family, type Group, type School, UnreadableDraw, type Wish } from './draw.ts';
import { cell, type Row, readTable, wholeAt, wordsAt } from './read-table.ts';

export interface ListTexts {
  readonly applicants: string;
  readonly choices: string;
  readonly groups: string;
  readonly families: string;
}

/** @throws UnreadableDraw with the file and line that cannot be understood */
export function readDraw(texts: ListTexts, mostRounds: number, fallBack: Draw['fallBack']): Draw {
  const schools = readSchools(texts.groups);
  const applicants = readApplicants(texts.applicants);
  addWishes(applicants, schools, texts.choices);
  return {
    applicants: [...applicants.values()],
    schools,
    families: readFamilies(applicants, texts.families),
    mostRounds,
    fallBack,
  };
}

function readApplicants(text: string): Map<string, Applicant> {
  const applicants = new Map<string, Applicant>();
  for (const row of readTable('applicants.csv', text, 'applicant,ticket,traits,kind')) {
    const code = cell(row, 0);
    if (applicants.has(code)) throw refuse(row, `${code} is listed twice`);
    applicants.set(code, { code, ticket: cell(row, 1), traits: wordsAt(row, 2), kind: cell(row, 3), wishes: [] });
  }
  return applicants;
}

function readSchools(text: string): Map<string, School> {
  const schools = new Map<string, School>();
  const head = 'school,group,seats,only,first,ignores_priority,passes_on,lottery,most';
  for (const row of readTable('groups.csv', text, head)) {
    const code = cell(row, 0);
    const school: School = schools.get(code) ?? { code, groups: [] };
    schools.set(code, school);
    school.groups.push(readGroup(row));
  }
  return schools;
}

function readGroup(row: Row): Group {
  const most = [...wordsAt(row, 8)].map((text) => {
    const [kind = '', count = ''] = text.split(':');
    if (!/^\d{1,9}$/.test(count)) throw refuse(row, `${text}: a kind and a number are wanted`);
    return [kind, Number(count)] as const;
  });
  return {
    code: cell(row, 1),
    seats: wholeAt(row, 2),
    only: wordsAt(row, 3),
    first: wordsAt(row, 4),
    ignoresPriority: cell(row, 5) === 'yes',
    passesOn: cell(row, 6) === 'yes',
    lottery: cell(row, 7),
    most: new Map(most),
  };
}

function addWishes(
  applicants: ReadonlyMap<string, Applicant>,
  schools: ReadonlyMap<string, School>,
  text: string,
): void {
  for (const row of readTable('choices.csv', text, 'applicant,choice,school,priority')) {
    const applicant = applicants.get(cell(row, 0));
    const place = wholeAt(row, 1);
    const school = cell(row, 2);
    if (applicant === undefined) throw refuse(row, `${cell(row, 0)} is not in the list of applicants`);
    if (place !== applicant.wishes.length + 1) throw refuse(row, 'the choices of an applicant must count up from 1');
    if (!schools.has(school)) throw refuse(row, `${school} has no seats in groups.csv`);
    applicant.wishes.push({ applicant, place, school, priority: wholeAt(row, 3) });
  }
}

function readFamilies(applicants: ReadonlyMap<string, Applicant>, text: string): Family[] {
  const rows = new Map<string, Map<number, [Applicant, Wish | null][]>>();
  for (const row of readTable('families.csv', text, 'family,row,applicant,choice')) {
    const applicant = applicants.get(cell(row, 2));
    if (applicant === undefined) throw refuse(row, `${cell(row, 2)} is not in the list of applicants`);
    const wish = cell(row, 3) === '' ? null : applicant.wishes[wholeAt(row, 3) - 1];
    if (wish === undefined) throw refuse(row, `${cell(row, 2)} has no such choice`);
    const family = rows.get(cell(row, 0)) ?? new Map<number, [Applicant, Wish | null][]>();
    rows.set(cell(row, 0), family);
    const number = wholeAt(row, 1);
    family.set(number, [...(family.get(number) ?? []), [applicant, wish]]);
  }
  return [...rows].map(([code, byRow]) => {
    const numbered = [...byRow].sort(([a], [b]) => a - b).map(([, row]) => row);
    const members = (numbered[0] ?? []).map(([applicant]) => applicant);
    const isSame = numbered.every(
      (row) => row.map(([one]) => one.code).join() === members.map((one) => one.code).join(),
    );
    if (!isSame)
      throw new UnreadableDraw('families.csv', 0, `every joint choice of ${code} must name the same members`);
    return { code, members, rows: numbered.map((row) => row.map(([, wish]) => wish)) };
  });
}

function refuse({ file, line }: Row, reason: string): UnreadableDraw {
  return new UnreadableDraw(file, line, reason);
}
