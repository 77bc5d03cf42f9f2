import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  AddressBook,
  checkRules,
  type KnownDoor,
  type Located,
  layoutOf,
  type Residence,
  type RuleRow,
  readRules,
  residencesFor,
  stageOf,
  type ZoneFinding,
  ZoneIndex,
} from '#engines/enrolment-zones';
import { type Cell, openTable } from '#engines/sheets';
import { appErrors } from './errors.ts';

export interface LocateQuestion {
  readonly rules: string;
  /** A table of known doors: road, lane, alley, number, village, neighbourhood. */
  readonly doors?: string | undefined;
  readonly district?: string | undefined;
  readonly stage?: string | undefined;
  /** Plain date on which the rules must be in force. */
  readonly date?: string | undefined;
  readonly addresses: readonly string[];
}

export interface LocatedAddress {
  readonly address: string;
  readonly stage: string;
  /** `unsure`: the address may be in several places that lead to different answers. */
  readonly kind: Located['kind'] | 'unsure';
  readonly answers: readonly { readonly residence: Residence; readonly located: Located }[];
}

export interface LocateAnswer {
  readonly rules: number;
  readonly findings: readonly ZoneFinding[];
  readonly located: readonly LocatedAddress[];
}

/**
 * The schools of addresses by the rules in a file, stage by stage.
 *
 * @throws DomainError `app.fileNotFound`, `app.notRules`, `app.notDoors`, `sheets.*`
 */
export async function locateFiles(question: LocateQuestion): Promise<LocateAnswer> {
  const rows = await rowsOf(question.rules);
  if (layoutOf(Object.keys(rows[0]?.cells ?? {})) === null) throw appErrors.notRules({ file: question.rules });
  const { rules, findings } = readRules(rows);
  const index = new ZoneIndex(rules);
  const book = question.doors === undefined ? null : await bookOf(question.doors);
  const stages =
    question.stage === undefined ? [...new Set(rules.map(({ stage }) => stage))] : [stageOf(question.stage)];
  const located = question.addresses.flatMap((address) => {
    const residences = residencesFor(address, book).map((one) => ({
      ...one,
      district: one.district ?? question.district,
    }));
    return stages.map((stage): LocatedAddress => {
      const answers = residences.map((residence) => ({
        residence,
        located: index.locate(residence, stage, question.date),
      }));
      const [first] = answers;
      const isSure = new Set(answers.map(({ located: one }) => keyOf(one))).size === 1;
      return { address, stage, kind: isSure && first !== undefined ? first.located.kind : 'unsure', answers };
    });
  });
  return { rules: rules.length, findings: [...findings, ...checkRules(rules)], located };
}

/** Answers that come to the same. */
function keyOf(located: Located): string {
  if (located.kind === 'noRule') return located.reason;
  return `${located.kind} ${located.candidates.map(({ school, basis }) => `${basis} ${school}`).join()}`;
}

async function bookOf(file: string): Promise<AddressBook> {
  const rows = await rowsOf(file);
  const cell = ({ cells }: RuleRow, ...names: readonly string[]) =>
    names.map((name) => cells[name]).find((one) => one !== undefined) ?? '';
  const [first] = rows;
  if (first === undefined || !('village' in first.cells || '村里' in first.cells)) throw appErrors.notDoors({ file });
  return new AddressBook(
    rows.map(
      (row): KnownDoor => ({
        road: cell(row, 'road', '道路'),
        lane: cell(row, 'lane', '巷'),
        alley: cell(row, 'alley', '弄'),
        number: cell(row, 'number', '号', '號'),
        village: cell(row, 'village', '村里'),
        neighbourhood: cell(row, 'neighbourhood', '邻', '鄰'),
      }),
    ),
  );
}

/** Rows below the heading of a table's first sheet, by column name. */
async function rowsOf(file: string): Promise<RuleRow[]> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    throw appErrors.fileNotFound({ file }, cause);
  }
  const rows: RuleRow[] = [];
  let heading: string[] | null = null;
  for (const { number, cells } of openTable(bytes, path.basename(file)).rows(0)) {
    const texts = cells.map(textOf);
    if (heading === null) heading = texts.map((text) => text.trim());
    else {
      const named = heading.map((name, i) => [name, texts[i] ?? ''] as const).filter(([name]) => name !== '');
      rows.push({ row: number, cells: Object.fromEntries(named) });
    }
  }
  return rows;
}

function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  return cell.kind === 'date' ? String(cell.value) : cell.text;
}
