import { couldSit } from './audit-seats.ts';
import { admits, orderIn, type Seated } from './last-seated.ts';
import type { AuditedFamilies, AuditedMarket, AuditedPlacement, Fault } from './subject.ts';

/** Each bound family holds one joint choice whole, or nothing, and could have no better one. */
export function auditFamilies(
  market: AuditedMarket,
  families: AuditedFamilies,
  released: ReadonlySet<number>,
  placement: AuditedPlacement,
  seated: Seated,
  levels: number,
  report: (fault: Fault) => void,
): void {
  const { choice } = placement;
  const pupils = pupilsBySchool(market, choice);
  for (let f = 0; f + 1 < families.memberStart.length; f++) {
    if (released.has(f)) continue;
    const members = families.member.subarray(families.memberStart[f], families.memberStart[f + 1]);
    const rows = jointChoices(families, f, members.length);
    const own = rows.findIndex((row) => members.every((i, m) => choice[i] === row[m]));
    if (own === -1 && members.some((i) => choice[i] !== -1)) {
      report({ kind: 'familyApart', applicant: members[0] as number, other: -1, group: -1 });
      continue;
    }
    const better = own === -1 ? rows : rows.slice(0, own);
    const sitsAt = [...members].map((i) => schoolOf(market, choice[i] as number));
    const isOpen = (e: number, i: number) =>
      e < 0 || sitsAt.includes(schoolOf(market, e)) || couldSit(market, seated, levels, e, i);
    const blocks = better
      .filter((row) => members.every((i, m) => isOpen(row[m] as number, i)))
      .some((row) => couldHave(market, levels, pupils, members, row));
    if (blocks) {
      report({ kind: 'familyBlocks', applicant: members[0] as number, other: -1, group: -1 });
    }
  }
}

function schoolOf(market: AuditedMarket, e: number): number {
  return e < 0 ? -1 : (market.choiceSchool[e] as number);
}

function jointChoices({ rowStart, entryStart, rowEntry }: AuditedFamilies, f: number, size: number): Int32Array[] {
  const count = (rowStart[f + 1] as number) - (rowStart[f] as number);
  return Array.from({ length: count }, (_, r) => {
    const at = (entryStart[f] as number) + r * size;
    return rowEntry.subarray(at, at + size);
  });
}

interface Asking {
  readonly i: number;
  readonly e: number;
}

function pupilsBySchool(market: AuditedMarket, choice: Int32Array): Asking[][] {
  const pupils: Asking[][] = Array.from({ length: market.schools }, () => []);
  choice.forEach((e, i) => {
    if (e >= 0) pupils[market.choiceSchool[e] as number]?.push({ i, e });
  });
  return pupils;
}

function couldHave(
  market: AuditedMarket,
  levels: number,
  pupils: readonly (readonly Asking[])[],
  members: Int32Array,
  row: Int32Array,
): boolean {
  const coming = [...row].flatMap((e, m) => (e < 0 ? [] : [{ e, i: members[m] as number }]));
  const schools = new Set(coming.map(({ e }) => market.choiceSchool[e] as number));
  return [...schools].every((s) => {
    const together = coming.filter(({ e }) => market.choiceSchool[e] === s);
    const present = (pupils[s] ?? []).filter(({ i }) => !members.includes(i));
    const refused = whomSchoolRefuses(market, levels, s, [...present, ...together]);
    return together.every((one) => !refused.includes(one));
  });
}

function whomSchoolRefuses(market: AuditedMarket, levels: number, s: number, asking: readonly Asking[]): Asking[] {
  let waiting = [...asking];
  let carried = 0;
  for (let g = market.groupStart[s] as number; g < (market.groupStart[s + 1] as number); g++) {
    const seats = (market.groupSeats[g] as number) + carried;
    const ofKind = new Int32Array(market.kinds);
    const seated = new Set<Asking>();
    const orders = new Map(waiting.map((one) => [one, orderIn(market, levels, g, one.e, one.i)]));
    const order = waiting
      .filter(({ i }) => admits(market, g, i))
      .sort((a, b) => (orders.get(a) as number) - (orders.get(b) as number));
    for (const one of order) {
      const kind = market.kind[one.i] as number;
      const most = market.groupMost[g * market.kinds + kind] as number;
      if (seated.size === seats || (most >= 0 && (ofKind[kind] as number) >= most)) continue;
      ofKind[kind] = (ofKind[kind] as number) + 1;
      seated.add(one);
    }
    waiting = waiting.filter((one) => !seated.has(one));
    carried = ((market.groupRule[g] as number) & 2) === 0 ? 0 : seats - seated.size;
  }
  return waiting;
}
