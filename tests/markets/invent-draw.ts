import type { DrawList } from '#engines/draw';
import { ignoresPriority, passesOn } from '#kernels/matching';
import { type InventedMarket, inventMarket } from './invent-market.ts';

/** A list to be drawn, of invented children; families on one ticket where they are two. */
export function inventDraw(options: InventedMarket, digest: DrawList['digest']): DrawList {
  const { market, families } = inventMarket(options);
  const codes = Array.from(
    { length: market.applicants },
    (_, i) => `A${(i * 7919 + 13).toString(36).padStart(5, '0')}`,
  );
  const traits = (bits: number) => [0, 1, 2, 3].filter((bit) => (bits & (1 << bit)) !== 0).map((bit) => `t${bit}`);
  const listed = Array.from({ length: families.memberStart.length - 1 }, (_, f) => {
    const members = [...families.member.subarray(families.memberStart[f], families.memberStart[f + 1])];
    const from = families.entryStart[f] as number;
    const rows = (families.rowStart[f + 1] as number) - (families.rowStart[f] as number);
    return {
      code: `F${f}`,
      members: members.map((i) => codes[i] as string),
      rows: Array.from({ length: rows }, (_row, r) =>
        members.map((i, m) => {
          const e = families.rowEntry[from + r * members.length + m] as number;
          return e < 0 ? null : e - (market.choiceStart[i] as number) + 1;
        }),
      ),
    };
  });
  const ticketOf = new Map(listed.flatMap(({ members }) => members.map((code) => [code, members[0] as string])));
  return {
    title: '测试摇号 invented draw',
    digest,
    mostRounds: 4,
    applicants: codes.map((code, i) => ({
      code,
      ticket: ticketOf.get(code) ?? code,
      traits: traits(market.traits[i] as number),
      kind: `k${market.kind[i]}`,
      choices: Array.from(
        { length: (market.choiceStart[i + 1] as number) - (market.choiceStart[i] as number) },
        (_, k) => {
          const e = (market.choiceStart[i] as number) + k;
          return { school: `S${market.choiceSchool[e]}`, priority: market.choicePriority[e] as number };
        },
      ),
    })),
    groups: Array.from({ length: market.schools }, (_, s) => s).flatMap((s) => {
      const from = market.groupStart[s] as number;
      return Array.from({ length: (market.groupStart[s + 1] as number) - from }, (_, k) => ({
        school: `S${s}`,
        group: `g${k}`,
        seats: market.groupSeats[from + k] as number,
        only: traits(market.groupOnly[from + k] as number),
        first: traits(market.groupFirst[from + k] as number),
        ignoresPriority: ((market.groupRule[from + k] as number) & ignoresPriority) !== 0,
        passesOn: ((market.groupRule[from + k] as number) & passesOn) !== 0,
        lottery: `L${market.groupLottery[from + k]}`,
        most: Object.fromEntries(
          [0, 1].flatMap((kind) => {
            const most = market.groupMost[(from + k) * 2 + kind] as number;
            return most < 0 ? [] : [[`k${kind}`, most]];
          }),
        ),
      }));
    }),
    families: listed,
  };
}
