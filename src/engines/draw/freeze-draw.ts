import { checkList } from './check-list.ts';
import { digestHex } from './digests.ts';
import type { DrawList } from './draw-list.ts';

export interface FrozenDraw {
  /** To be published with the files, before the seed can be known. */
  readonly listHash: string;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Writes the lists of a draw as they are published before the seed: docs/handbook/draw.md.
 *
 * @throws DomainError `draw.*` where the list cannot be drawn
 */
export function freezeDraw(list: DrawList): FrozenDraw {
  checkList(list);
  const tables = new Map([
    ['applicants.csv', applicantsTable(list)],
    ['choices.csv', choicesTable(list)],
    ['groups.csv', groupsTable(list)],
    ['families.csv', familiesTable(list)],
  ]);
  const hash = (text: string) => digestHex(list.digest, text);
  const lines = [...tables].flatMap(([name, text]) =>
    text
      .slice(0, -1)
      .split('\n')
      .map((line, k) => [name, k + 1, hash(line).slice(0, 16)].join()),
  );
  tables.set('lines.csv', table('file,line,digest', lines));
  const frozen = {
    format: 'junheng-draw-1',
    title: list.title,
    digest: list.digest,
    mostRounds: list.mostRounds ?? 20,
    fallBack: list.fallBack ?? 'separate',
    files: Object.fromEntries([...tables].map(([name, text]) => [name, hash(text)])),
  };
  const text = `${JSON.stringify(frozen, null, 2)}\n`;
  return { listHash: hash(text), files: new Map([['frozen.json', text], ...tables]) };
}

export function table(head: string, lines: readonly string[]): string {
  return `${[head, ...lines].join('\n')}\n`;
}

/** The groups school by school, schools as they first come. */
export function groupsBySchool({ groups }: DrawList): Map<string, DrawList['groups'][number][]> {
  return Map.groupBy(groups, ({ school }) => school);
}

function applicantsTable({ applicants }: DrawList): string {
  const lines = applicants.map(({ code, ticket, traits, kind }) => [code, ticket, traits.join(' '), kind].join());
  return table('applicant,ticket,traits,kind', lines);
}

function choicesTable({ applicants }: DrawList): string {
  const lines = applicants.flatMap(({ code, choices }) =>
    choices.map(({ school, priority }, k) => [code, k + 1, school, priority].join()),
  );
  return table('applicant,choice,school,priority', lines);
}

function groupsTable(list: DrawList): string {
  const lines = [...groupsBySchool(list).values()].flat().map((one) =>
    [
      one.school,
      one.group,
      one.seats,
      one.only.join(' '),
      one.first.join(' '),
      one.ignoresPriority ? 'yes' : 'no',
      one.passesOn ? 'yes' : 'no',
      one.lottery,
      Object.entries(one.most)
        .map(([kind, most]) => `${kind}:${most}`)
        .join(' '),
    ].join(),
  );
  return table('school,group,seats,only,first,ignores_priority,passes_on,lottery,most', lines);
}

function familiesTable({ families }: DrawList): string {
  const lines = families.flatMap(({ code, members, rows }) =>
    rows.flatMap((row, r) => members.map((member, m) => [code, r + 1, member, row[m] ?? ''].join())),
  );
  return table('family,row,applicant,choice', lines);
}
