import { auditFamilies } from './audit-families.ts';
import { auditCapacities, auditHolders, auditWishes } from './audit-seats.ts';
import { countLevels, readSeated } from './last-seated.ts';
import type { AuditedFamilies, AuditedMarket, AuditedPlacement, Fault, FaultKind } from './subject.ts';

export interface AuditOptions {
  readonly families?: AuditedFamilies;
  /** Families whose members were placed each alone; counted from 0. */
  readonly released?: readonly number[];
  /** Faults listed in full; all are counted. 100 unless told. */
  readonly listed?: number;
}

export interface Audit {
  /** Whether there is no fault at all. Applicants without a place are no fault: they are named. */
  readonly holds: boolean;
  readonly counts: Readonly<Record<FaultKind, number>>;
  /** The first faults, applicants in order. */
  readonly faults: readonly Fault[];
  /** Applicants without a place. */
  readonly unplaced: Int32Array;
}

/**
 * Proves a placement from the published market alone: every seat listed and open to its holder, seats and ceilings kept, reserves and
 * their precedence kept, nobody with a better claim to a seat they would rather have, families together. Shares no code with the
 * allocator and does not allocate.
 *
 * O(choices · groups of a school), and for each bound family the pupils of the schools it would rather have.
 *
 * @throws RangeError where the placement has not one entry an applicant
 * @example auditMatching(market, placement).holds
 */
export function auditMatching(
  market: AuditedMarket,
  placement: AuditedPlacement,
  { families, released = [], listed = 100 }: AuditOptions = {},
): Audit {
  const { choice, group } = placement;
  if (choice.length !== market.applicants || group.length !== market.applicants) {
    throw new RangeError(`a placement of ${choice.length} and ${group.length} for ${market.applicants} applicants`);
  }
  const counts: Record<FaultKind, number> = {
    notListed: 0,
    notEligible: 0,
    overCapacity: 0,
    overCeiling: 0,
    emptySeat: 0,
    justifiedEnvy: 0,
    reserveBroken: 0,
    familyApart: 0,
    familyBlocks: 0,
  };
  const faults: Fault[] = [];
  const report = (fault: Fault): void => {
    counts[fault.kind]++;
    if (faults.length < listed) faults.push(fault);
  };
  const isBound = new Uint8Array(market.applicants);
  const alone = new Set(released);
  if (families !== undefined) {
    for (let f = 0; f + 1 < families.memberStart.length; f++) {
      if (alone.has(f)) continue;
      for (const i of families.member.subarray(families.memberStart[f], families.memberStart[f + 1])) isBound[i] = 1;
    }
  }
  if (auditHolders(market, placement, report)) {
    const levels = countLevels(market);
    const seated = readSeated(market, placement, levels);
    auditCapacities(market, seated, report);
    auditWishes(market, placement, seated, levels, isBound, report);
    if (families !== undefined) auditFamilies(market, families, alone, placement, seated, levels, report);
  }
  const holds = Object.values(counts).every((count) => count === 0);
  return { holds, counts, faults, unplaced: Int32Array.from(unplaced(choice)) };
}

function* unplaced(choice: Int32Array): Generator<number> {
  for (let i = 0; i < choice.length; i++) if (choice[i] === -1) yield i;
}
