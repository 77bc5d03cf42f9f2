import { everything } from '#core/access';
import type { Audit } from '#core/audit';
import { schoolYearLabel } from '#core/calendar';
import type { Database, Session } from '#core/db';
import { readCursor, writeCursor } from '#core/http';
import { listYears } from '#engines/facts';
import { countUnits } from './area-repository.ts';
import { requireArea, scopeOf } from './area-service.ts';
import type { SubmissionsPage, Year } from './contract.ts';
import { errors } from './errors.ts';
import {
  countFacts,
  findActs,
  findLock,
  findLocked,
  findSubmissions,
  setYearState,
  type YearAct,
} from './year-repository.ts';

/**
 * School years with facts, acts or a lock at or below the area, newest first.
 *
 * @param counting Where facts are counted, which takes long in a large area.
 */
export async function readYears(
  session: Session,
  code: string,
  now: Date,
  counting: Session = session,
): Promise<readonly Year[]> {
  const scope = await scopeOf(session, await requireArea(session, code));
  const counties = [...(await countUnits(session, scope.counties, everything)).keys()];
  const [acts, locked, withFacts] = [
    await findActs(session, scope.counties),
    await findLocked(session, scope.counties),
    await listYears(session, counties, now.getUTCFullYear() + 1),
  ];
  const years = [...new Set([...withFacts, ...locked.keys(), ...acts.map(({ year }) => year)])].sort((a, b) => b - a);
  const counts = await countFacts(counting, counties, years);
  return years.map((year) => {
    const lockedCounties = locked.get(year) ?? 0;
    const isWhole = lockedCounties >= Math.max(counties.length, 1);
    return {
      year,
      label: schoolYearLabel(year),
      state: lockedCounties === 0 ? 'open' : isWhole ? 'locked' : 'mixed',
      unitsWithFacts: counts.get(year)?.units ?? 0,
      facts: counts.get(year)?.facts ?? 0,
      history: acts
        .filter((act) => act.year === year)
        .map(({ act, at, reason, by }) => ({ act, at: at.toISOString(), reason, by })),
    };
  });
}

/**
 * Locks or reopens a school year of one county and records who, when and why.
 *
 * @throws DomainError `organization.notACounty`, `organization.yearAlreadyLocked`, `organization.yearNotLocked`
 */
export async function changeYear(
  database: Database,
  audit: Audit,
  code: string,
  given: Omit<YearAct, 'county'>,
): Promise<Year> {
  return database.transaction(async (session) => {
    const area = await requireArea(session, code);
    if (area.level !== 'county') {
      throw errors.notACounty({ area: code });
    }
    if (!(await setYearState(session, { ...given, county: code }))) {
      const names = { area: code, year: given.year };
      throw given.act === 'locked' ? errors.yearAlreadyLocked(names) : errors.yearNotLocked(names);
    }
    await recordYear(session, audit, code, given);
    const years = await readYears(session, code, given.at);
    const changed = years.find(({ year }) => year === given.year);
    if (changed === undefined) {
      throw new Error('a year with an act is listed');
    }
    return changed;
  });
}

async function recordYear(
  session: Session,
  audit: Audit,
  area: string,
  { act, year, reason }: Omit<YearAct, 'county'>,
): Promise<void> {
  await audit.append(session, {
    act: act === 'locked' ? 'organization.lockYear' : 'organization.reopenYear',
    on: { kind: 'year', id: String(year), area },
    result: 'done',
    reason,
  });
}

/** Locks or reopens a county's school year inside a transaction, unless it is so already. @throws DomainError `organization.notACounty` */
export async function setYear(
  session: Session,
  audit: Audit,
  code: string,
  given: Omit<YearAct, 'county'>,
): Promise<void> {
  const area = await requireArea(session, code);
  if (area.level !== 'county') throw errors.notACounty({ area: code });
  if (await setYearState(session, { ...given, county: code })) await recordYear(session, audit, code, given);
}

/** @throws DomainError `organization.yearLocked` naming the first locked county and year */
export async function refuseLocked(
  session: Session,
  counties: readonly string[],
  years: readonly number[],
): Promise<void> {
  const lock = await findLock(session, counties, years);
  if (lock !== undefined) {
    throw errors.yearLocked({ area: lock.county, year: lock.year });
  }
}

export async function readSubmissions(
  session: Session,
  code: string,
  query: { readonly year: number; readonly cursor?: string | undefined; readonly limit: number },
): Promise<SubmissionsPage> {
  const { counties } = await scopeOf(session, await requireArea(session, code));
  const found = await findSubmissions(session, counties, query.year, afterOf(query.cursor), query.limit + 1);
  const { total, missing } = found;
  const rows = found.rows.slice(0, query.limit);
  const last = rows.at(-1);
  return {
    year: query.year,
    total,
    missing,
    rows: rows.map(({ unit, county, name, township, facts }) => ({
      unit,
      county,
      name,
      township,
      submitted: facts > 0,
      facts,
    })),
    nextCursor:
      found.rows.length > query.limit && last !== undefined
        ? writeCursor([Math.min(last.facts, 1), last.name_key, last.county, last.unit])
        : null,
  };
}

function afterOf(cursor: string | undefined): readonly [number, string, string, string] | null {
  if (cursor === undefined) {
    return null;
  }
  const [present, key, county, id] = readCursor(cursor, 4);
  return [Number(present), String(key), String(county), String(id)];
}
