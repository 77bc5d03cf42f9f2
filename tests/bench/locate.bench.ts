import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AddressBook,
  type Located,
  type RuleRow,
  readRules,
  residencesFor,
  residencesOf,
  ZoneIndex,
} from '#engines/enrolment-zones';
import { type Cell, openTable } from '#engines/sheets';
import { type BenchLine, type BenchOptions, timed } from './bench-line.ts';

const district = '林口區';

/** Every address of a published district, by its rule table and by the text of the city's notice; nothing without their folders. */
export async function* run({ benchmarks }: BenchOptions): AsyncGenerator<BenchLine> {
  if (benchmarks === undefined) return;
  const tables = await readTables(benchmarks);
  if (tables === null) return;
  const { rules, notice, doors } = tables;
  const byTable = new ZoneIndex(readRules(rules).rules);
  const read = readRules(notice);
  const byText = new ZoneIndex(read.rules);
  const book = new AddressBook(
    doors.map(({ cells }) => ({
      road: cells['road'] ?? '',
      lane: cells['lane'] ?? '',
      alley: cells['alley'] ?? '',
      number: cells['number'] ?? '',
      village: cells['village'] ?? '',
      neighbourhood: cells['neighbourhood'] ?? '',
    })),
  );
  for (const stage of ['primary', 'junior']) {
    const { answer, ms } = await timed(() => {
      const count = { school: 0, several: 0, noRule: 0, unsure: 0, found: 0, asPlain: 0, single: 0, asText: 0 };
      for (const { cells } of doors) {
        const own = residencesOf({ village: cells['village'] ?? '', neighbourhood: cells['neighbourhood'] ?? '' });
        const residences = residencesFor(addressOf(cells), book);
        const located = residences.map((one) => byTable.locate({ ...one, district }, stage));
        const sets = new Set(located.map(schoolsOf));
        const [first] = located;
        if (first === undefined) continue;
        count[sets.size > 1 ? 'unsure' : first.kind]++;
        const isFound = residences.length === own.length && residences[0]?.neighbourhood === own[0]?.neighbourhood;
        if (isFound) count.found++;
        const plain = own.map((one) => plainly(rules, stage, one.village ?? '', one.neighbourhood));
        if (new Set(plain).size === sets.size && plain.every((schools) => sets.has(schools))) count.asPlain++;
        if (own.length > 1) continue;
        count.single++;
        if (schoolsOf(byText.locate({ ...residences[0], district }, stage)) === schoolsOf(first)) count.asText++;
      }
      return count;
    });
    const { found, asPlain, single, asText, ...kinds } = answer;
    yield {
      bench: 'locate',
      n: doors.length,
      instance: `${district}, ${stage}`,
      ours_ms: Math.round(ms),
      peer: 'the rule table read plainly, row by row',
      peer_ms: null,
      ratio: null,
      goal: 'every address as the plain reading has it',
      met: asPlain === doors.length,
      correct: asPlain === doors.length,
      note: `${JSON.stringify(kinds)}; found by their text ${found}; as a plain reading has it ${asPlain}; one place and the same by the later notice's text ${asText} of ${single}; notice: ${read.rules.length} rules, ${read.findings.length} findings`,
    };
  }
}

function addressOf(cells: RuleRow['cells']): string {
  const part = (name: string, ending: string) => (cells[name] ? `${cells[name]}${ending}` : '');
  return `${district}${part('road', '')}${part('lane', '巷')}${part('alley', '弄')}${part('number', '號')}`;
}

function schoolsOf(located: Located): string {
  return located.kind === 'noRule'
    ? ''
    : located.candidates
        .map(({ school }) => school)
        .sort()
        .join();
}

/** What the rule table says of a place, without the engine. */
function plainly(rules: readonly RuleRow[], stage: string, village: string, neighbourhood: number | undefined): string {
  const level = stage === 'primary' ? 'elementary' : 'junior';
  const within = (text: string) =>
    text.split(';').some((range) => {
      const [from = Number.NaN, to = from] = range.split('-').map(Number);
      return neighbourhood !== undefined && neighbourhood >= from && neighbourhood <= to;
    });
  const schools = rules
    .map(({ cells }) => cells)
    .filter((cells) => cells['village'] === village && cells['level'] === level)
    .filter(({ neighbourhood_ranges: ranges = '', excluded_ranges: excluded = '' }) =>
      ranges === 'all' || ranges === 'else' ? excluded === '' || !within(excluded) : within(ranges),
    )
    .flatMap(({ base_school: base = '', free_choice_schools: free = '' }) => [base, ...free.split(';')]);
  return [...new Set(schools.filter((school) => school !== ''))].sort().join();
}

async function readTables(data: string) {
  const files = ['tw-linkou-zones/rules-114.csv', 'tw-newtaipei-zones/zones-115.csv', 'tw-linkou-zones/addresses.csv'];
  try {
    const [rules = [], notice = [], doors = []] = await Promise.all(files.map((file) => rowsOf(join(data, file))));
    return { rules, notice, doors };
  } catch {
    // another folder of published problems
    return null;
  }
}

async function rowsOf(file: string): Promise<RuleRow[]> {
  const [head, ...rows] = openTable(await readFile(file), file).rows(0);
  const textOf = (cell: Cell | undefined) => (typeof cell === 'string' ? cell : (cell?.text ?? ''));
  const names = head?.cells.map(textOf) ?? [];
  return rows.map(({ number, cells }) => ({
    row: number,
    cells: Object.fromEntries(names.map((name, i) => [name, textOf(cells[i])])),
  }));
}
