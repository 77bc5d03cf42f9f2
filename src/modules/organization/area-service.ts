import type { Reach } from '#core/access';
import { chinaDate } from '#core/calendar';
import { parseAreaCode } from '#core/codes';
import type { Session } from '#core/db';
import { listYears } from '#engines/facts';
import { countUnits, findArea, findChanges, findChildren, findPath, findRefs, findSubtree } from './area-repository.ts';
import type { Area, AreaChange, AreaDetail, AreaRow, ResolveAnswer } from './contract.ts';
import { errors } from './errors.ts';
import { resolveCode } from './resolve-code.ts';
import type { UnitScope } from './unit-repository.ts';

/** @throws DomainError `organization.areaNotFound` */
export async function requireArea(session: Session, code: string): Promise<Area> {
  const area = await findArea(session, code);
  if (area === undefined) {
    throw errors.areaNotFound({ area: code });
  }
  return area;
}

/** The counties at or below an area, with the township where it is one. */
export async function scopeOf(session: Session, area: Area): Promise<UnitScope> {
  if (area.level === 'township') {
    return { counties: [area.parent ?? ''], township: area.code };
  }
  const subtree = await findSubtree(session, area.code);
  return { counties: subtree.map(({ code }) => code), township: null };
}

/** An area as far as a scope reaches: those on the way down to it are there, with what lies in it. */
export async function readArea(session: Session, code: string, now: Date, seen: Reach): Promise<AreaDetail> {
  const area = await requireSeen(session, code, seen);
  const { counties, township } = await scopeOf(session, area);
  const counted = await countUnits(session, counties, seen);
  const siblings = township === null || area.parent === null ? [] : await childrenOf(session, area.parent, seen);
  const [children, path, changes, years] = [
    await childrenOf(session, code, seen),
    await findPath(session, code),
    await findChanges(session, [code]),
    await listYears(session, township === null ? [...counted.keys()] : counties, now.getUTCFullYear() + 1),
  ];
  const below = [...counted.values()].reduce((sum, units) => sum + units, 0);
  return {
    ...area,
    hasChildren: children.length > 0,
    units: township === null ? below : (siblings.find((row) => row.code === code)?.units ?? 0),
    path: [...path],
    changes: [...changes],
    years: [...years],
  };
}

async function childrenOf(session: Session, code: string, seen: Reach): Promise<readonly AreaRow[]> {
  const rows = await findChildren(session, await requireSeen(session, code, seen), seen);
  return rows.filter((row) => seen.touches(row.code));
}

/** @throws DomainError `organization.areaNotFound` also where it lies outside the scope */
export async function requireSeen(session: Session, code: string, seen: Reach): Promise<Area> {
  const area = await requireArea(session, code);
  if (!seen.touches(code)) throw errors.areaNotFound({ area: code });
  return area;
}

export async function readChildren(
  session: Session,
  code: string,
  only: 'units' | undefined,
  seen: Reach,
): Promise<readonly AreaRow[]> {
  const rows = await childrenOf(session, code, seen);
  return only === 'units' ? rows.filter(({ units }) => units > 0) : rows;
}

/**
 * What became of an area code.
 *
 * @throws DomainError `organization.areaNotFound` where the code is unknown, has no change and reads as no area code at all.
 */
export async function resolveArea(
  session: Session,
  code: string,
  on: string | undefined,
  now: Date,
): Promise<ResolveAnswer> {
  const day = on ?? chinaDate(now);
  const changes = await changesAround(session, code);
  const current = await findRefs(session, resolveCode(code, day, changes));
  if (current.length === 0 && changes.length === 0 && parseAreaCode(code) === undefined) {
    throw errors.areaNotFound({ area: code });
  }
  return { code, on: day, current: [...current], changes: [...changes] };
}

/** The changes of a code, of what it became, and so on. */
async function changesAround(session: Session, code: string): Promise<readonly AreaChange[]> {
  const found = new Map<string, AreaChange>();
  const asked = new Set<string>();
  for (let waiting = [code]; waiting.length > 0; ) {
    for (const one of waiting) {
      asked.add(one);
    }
    const changes = await findChanges(session, waiting);
    for (const change of changes) {
      found.set(`${change.from} ${change.to} ${change.changedOn}`, change);
    }
    waiting = [...new Set(changes.map(({ to }) => to))].filter((to) => !asked.has(to));
  }
  return [...found.values()];
}
