import type { ZoneFinding, ZoneRule } from './model.ts';
import { parseNumbers, plainText } from './number-set.ts';
import { parseZoneText, unreadFinding } from './parse-zone-text.ts';
import { schoolNames } from './school-names.ts';

/** A row of a rule file: cells by column name, with the row's number in the file. */
export interface RuleRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface RuleFile {
  readonly rules: readonly ZoneRule[];
  readonly findings: readonly ZoneFinding[];
}

const names = {
  stage: ['stage', 'level', '学段', '學段'],
  district: ['district', '区', '區', '行政区', '行政區'],
  village: ['village', '村里', '里', '社区', '村居'],
  ranges: ['neighbourhood_ranges', 'ranges', '邻', '鄰', '范围'],
  excluded: ['excluded_ranges', 'excluded', '除外'],
  base: ['base_school', '基本学校', '基本學校'],
  free: ['free_choice_schools', '可选学校', '自由學區'],
  school: ['school', '学校', '學校'],
  basicText: ['basic_area', 'zone', '基本学区', '基本學區', '招生范围', '招生地段'],
  freeText: ['free_area', '自由学区', '共同學區'],
  from: ['valid_from', '生效日期'],
  until: ['valid_until', '失效日期'],
} as const;

/** Which of the two forms of a rule file the columns are: one place a row, or one school a row with its text; null = neither. */
export function layoutOf(columns: readonly string[]): 'places' | 'texts' | null {
  const has = (key: keyof typeof names) => names[key].some((name) => columns.includes(name));
  if (has('village') && (has('base') || has('free'))) return 'places';
  return has('school') && has('basicText') ? 'texts' : null;
}

/** Rules from rows of either form; what could not be read stands in the findings. */
export function readRules(rows: readonly RuleRow[]): RuleFile {
  const columns = Object.keys(rows[0]?.cells ?? {});
  return layoutOf(columns) === 'texts' ? readTexts(rows) : readPlaces(rows);
}

function cell({ cells }: RuleRow, key: keyof typeof names): string {
  const name = names[key].find((one) => cells[one] !== undefined);
  return name === undefined ? '' : (cells[name] ?? '').trim();
}

function commonOf(row: RuleRow) {
  return {
    stage: stageOf(cell(row, 'stage')),
    from: cell(row, 'from') || null,
    until: cell(row, 'until') || null,
  };
}

/** The stage in the words of this system where the file uses another's. */
export function stageOf(text: string): string {
  if (/^(elementary|primary|小学|小學|國小)$/i.test(text)) return 'primary';
  if (/^(junior|juniorhigh|初中|國中)$/i.test(text)) return 'junior';
  if (/^(kindergarten|幼儿园|幼兒園)$/i.test(text)) return 'kindergarten';
  return text;
}

function readPlaces(rows: readonly RuleRow[]): RuleFile {
  const rules: ZoneRule[] = [];
  const findings: ZoneFinding[] = [];
  for (const row of rows) {
    const text = `${cell(row, 'village')} ${cell(row, 'ranges')}`.trim();
    const named = parseNumbers(cell(row, 'ranges'));
    const left = parseNumbers(cell(row, 'excluded'));
    const place = plainText(cell(row, 'village'));
    if (named === null || left === null || place === '') {
      findings.push(unreadFinding(row.row, text));
      continue;
    }
    const rule = {
      ...commonOf(row),
      district: cell(row, 'district') || null,
      place,
      counts: 'neighbourhood',
      numbers: { ...named, excluded: [...named.excluded, ...left.ranges] },
      condition: null,
      source: { row: row.row, text },
    } as const;
    const list = (key: 'base' | 'free') =>
      cell(row, key)
        .split(/[;；、]/)
        .filter((one) => one !== '');
    const base = list('base');
    const free = list('free');
    if (base.length > 0) rules.push({ ...rule, basis: 'basic', schools: base });
    // a place without a school of its own is shared by those named for it
    if (free.length > 0) rules.push({ ...rule, basis: 'free', schools: free });
  }
  return { rules, findings };
}

function readTexts(rows: readonly RuleRow[]): RuleFile {
  const rules: ZoneRule[] = [];
  const findings: ZoneFinding[] = [];
  const listed = (row: RuleRow) => ({
    stage: commonOf(row).stage,
    district: cell(row, 'district'),
    school: cell(row, 'school'),
  });
  const known = schoolNames(rows.map(listed));
  for (const row of rows) {
    const common = commonOf(row);
    const school = known.nameOf(listed(row));
    const own = cell(row, 'district') || null;
    for (const [basis, text] of [
      ['basic', cell(row, 'basicText')],
      ['free', cell(row, 'freeText')],
    ] as const) {
      const { groups, unread } = parseZoneText(text);
      for (const piece of unread) findings.push(unreadFinding(row.row, piece));
      for (const { places, schools } of groups) {
        const found = schools.map((name) => ({ name, full: known.find(common.stage, own, name) }));
        for (const { name, full } of found) if (full === null) findings.push(unknownSchool(row.row, name));
        const named = found.map(({ name, full }) => full ?? name);
        for (const { district, place, counts, numbers, condition, text: piece } of places) {
          rules.push({
            ...common,
            district: district ?? own,
            place,
            counts,
            numbers,
            condition,
            basis: schools.length > 0 ? 'free' : basis,
            schools: [...new Set([school, ...named])],
            source: { row: row.row, text: piece },
          });
        }
      }
    }
  }
  return { rules, findings };
}

function unknownSchool(row: number, name: string): ZoneFinding {
  return {
    kind: 'unknownSchool',
    row,
    text: name,
    zh: `第 ${row} 行：“${name}”不在本文件的学校之中，或不止一所。请写全称。`,
    en: `Row ${row}: “${name}” is none of the schools of this file, or more than one. Write its full name.`,
  };
}
