import { type Families, ignoresPriority, type Market, passesOn } from '#kernels/matching';
import type { DrawList, ListedFamily, ListedGroup } from './draw-list.ts';
import { groupsBySchool } from './freeze-draw.ts';

/** A market in the kernel's terms, and what its indices stand for. */
export interface NumberedMarket {
  readonly market: Market;
  readonly families: Families;
  /** Families in the order they are asked in. */
  readonly familyOrder: readonly ListedFamily[];
  readonly groups: readonly ListedGroup[];
}

/** @param ranks per lottery the rank of each applicant; @param familyOrder the families in the order they are asked in */
export function marketOf(
  list: DrawList,
  ranks: ReadonlyMap<string, Uint32Array>,
  familyOrder: readonly ListedFamily[],
): NumberedMarket {
  const { applicants } = list;
  const bySchool = groupsBySchool(list);
  const groups = [...bySchool.values()].flat();
  const schoolAt = positions([...bySchool.keys()]);
  const lotteryAt = positions([...ranks.keys()]);
  const traitAt = positions([
    ...new Set([
      ...applicants.flatMap(({ traits }) => traits),
      ...groups.flatMap(({ only, first }) => [...only, ...first]),
    ]),
  ]);
  const kinds = positions([...new Set(applicants.map(({ kind }) => kind))]);
  const bits = (traits: readonly string[]) =>
    traits.reduce((all, trait) => all | (1 << (traitAt.get(trait) ?? 0)), 0) >>> 0;
  const choices = applicants.flatMap((one) => one.choices);
  const market: Market = {
    applicants: applicants.length,
    schools: bySchool.size,
    choiceStart: offsets(applicants.map((one) => one.choices.length)),
    choiceSchool: Int32Array.from(choices, ({ school }) => schoolAt.get(school) ?? -1),
    choicePriority: Int32Array.from(choices, ({ priority }) => priority),
    traits: Uint32Array.from(applicants, ({ traits }) => bits(traits)),
    kind: Uint16Array.from(applicants, ({ kind }) => kinds.get(kind) ?? 0),
    kinds: Math.max(1, kinds.size),
    groupStart: offsets([...bySchool.values()].map((own) => own.length)),
    groupSeats: Int32Array.from(groups, ({ seats }) => seats),
    groupOnly: Uint32Array.from(groups, ({ only }) => bits(only)),
    groupFirst: Uint32Array.from(groups, ({ first }) => bits(first)),
    groupRule: Uint8Array.from(
      groups,
      (one) => (one.ignoresPriority ? ignoresPriority : 0) | (one.passesOn ? passesOn : 0),
    ),
    groupLottery: Uint16Array.from(groups, ({ lottery }) => lotteryAt.get(lottery) ?? 0),
    groupMost: Int32Array.from(
      groups.flatMap(({ most }) =>
        Array.from({ length: Math.max(1, kinds.size) }, (_, k) => most[[...kinds.keys()][k] ?? ''] ?? -1),
      ),
    ),
    lotteries: [...ranks.values()],
  };
  return { market, families: familiesOf(list, market, familyOrder), familyOrder, groups };
}

function familiesOf({ applicants }: DrawList, market: Market, order: readonly ListedFamily[]): Families {
  const applicantAt = positions(applicants.map(({ code }) => code));
  const members = order.map((family) => family.members.map((code) => applicantAt.get(code) ?? -1));
  const entries = order.map(({ rows }, f) =>
    rows.flatMap((row) =>
      row.map((choice, m) => (choice === null ? -1 : (market.choiceStart[members[f]?.[m] ?? 0] ?? 0) + choice - 1)),
    ),
  );
  return {
    memberStart: offsets(members.map((own) => own.length)),
    member: Int32Array.from(members.flat()),
    rowStart: offsets(order.map(({ rows }) => rows.length)),
    entryStart: offsets(entries.map((own) => own.length)),
    rowEntry: Int32Array.from(entries.flat()),
  };
}

function positions(codes: readonly string[]): Map<string, number> {
  return new Map(codes.map((code, k) => [code, k]));
}

function offsets(lengths: readonly number[]): Int32Array {
  const start = new Int32Array(lengths.length + 1);
  lengths.forEach((length, k) => (start[k + 1] = (start[k] ?? 0) + length));
  return start;
}
