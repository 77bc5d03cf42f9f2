import type { DrawList } from './draw-list.ts';
import { errors } from './errors.ts';

const codeShape = /^[^\s,:"]+$/u;

/** @throws DomainError `draw.*` for the first thing that cannot be drawn */
export function checkList({ applicants, groups, families }: DrawList): void {
  const schools = new Set(groups.map(({ school }) => school));
  checkCodes(
    groups.flatMap(({ school, group, lottery, only, first, most }) => [
      school,
      group,
      lottery,
      ...only,
      ...first,
      ...Object.keys(most),
    ]),
  );
  checkCodes(applicants.flatMap(({ code, ticket, kind, traits }) => [code, ticket, kind, ...traits]));
  checkCodes(families.map(({ code }) => code));
  checkOnce(applicants.map(({ code }) => code));
  checkOnce(families.map(({ code }) => code));
  checkOnce(groups.map(({ school, group }) => `${school} ${group}`));
  for (const { school, group, seats, most } of groups) {
    for (const value of [seats, ...Object.values(most)]) checkWhole(`${school} ${group}`, value);
  }
  for (const { code, choices } of applicants) {
    checkOnce(choices.map(({ school }) => `${code} ${school}`));
    for (const { school, priority } of choices) {
      if (!schools.has(school)) throw errors.unknownCode({ code: school });
      checkWhole(code, priority);
    }
  }
  const most = { traits: 32, kinds: 65_535 };
  const traits = [
    ...applicants.flatMap((one) => one.traits),
    ...groups.flatMap(({ only, first }) => [...only, ...first]),
  ];
  checkVariety('traits', new Set(traits).size, most.traits);
  checkVariety('kinds', new Set(applicants.map(({ kind }) => kind)).size, most.kinds);
  checkFamilies(applicants, families);
}

function checkFamilies(applicants: DrawList['applicants'], families: DrawList['families']): void {
  const choices = new Map(applicants.map((one) => [one.code, one.choices.length]));
  const bound = new Set<string>();
  for (const { code, members, rows } of families) {
    for (const member of members) {
      if (!choices.has(member)) throw errors.unknownCode({ code: member });
      if (bound.has(member)) throw errors.familyRefused({ code });
      bound.add(member);
    }
    const fits = rows.every(
      (row) =>
        row.length === members.length &&
        row.some((choice) => choice !== null) &&
        row.every(
          (choice, m) =>
            choice === null ||
            (Number.isInteger(choice) && choice >= 1 && choice <= (choices.get(members[m] ?? '') ?? 0)),
        ),
    );
    if (!fits || rows.length === 0) throw errors.familyRefused({ code });
  }
}

function checkCodes(codes: readonly string[]): void {
  const bad = codes.find((code) => !codeShape.test(code));
  if (bad !== undefined) throw errors.codeRefused({ code: bad });
}

function checkOnce(codes: readonly string[]): void {
  const seen = new Set<string>();
  for (const code of codes) {
    if (seen.has(code)) throw errors.listedTwice({ code });
    seen.add(code);
  }
}

function checkWhole(code: string, value: number): void {
  if (!Number.isInteger(value) || value < 0 || value > 999_999_999)
    throw errors.numberRefused({ code, value: String(value) });
}

function checkVariety(what: string, count: number, most: number): void {
  if (count > most) throw errors.tooMany({ what, count, most });
}
