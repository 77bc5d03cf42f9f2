import type { Audit } from '#core/audit';
import { chinaDate, type PlainDate } from '#core/calendar';
import type { Session } from '#core/db';
import type { Roadmap, RoadmapBody, RoadmapRowShown } from './contract.ts';
import type { PlanDoors } from './doors.ts';
import { planErrors } from './errors.ts';
import type { RoadmapRow } from './model.ts';
import { plansPermissions } from './permissions.ts';
import { listRoadmap, putRoadmapEntry } from './roadmap-repository.ts';
import { roadmapStanding } from './rules.ts';
import { areaRef } from './show-plan.ts';

/** Which county is to be recognised in which year, and whether it is on the way. */
export async function readRoadmap(doors: PlanDoors, area: string, asked: string | undefined): Promise<Roadmap> {
  const { registry, indicators, database, now } = doors;
  const known = await registry.area(area);
  const standard = indicators.standard(asked);
  const counties = await indicators.failing(area, standard.id);
  const entries = await listRoadmap(
    database,
    counties.map((one) => one.area),
    standard.id,
  );
  const byCounty = new Map(entries.map((entry) => [entry.county_code, entry]));
  const rows = counties.map((county): RoadmapRowShown => {
    const entry = byCounty.get(county.area);
    const progress =
      entry === undefined
        ? undefined
        : roadmapStanding(
            { targetYear: entry.target_year, recognisedOn: entry.recognised_on },
            county.failing,
            now().getFullYear(),
          );
    return {
      county: { code: county.area, name: county.name, level: 'county' },
      entry: entry === undefined ? null : showEntry(entry),
      failing: [...county.failing],
      unknown: county.unknown,
      standing: progress?.standing ?? 'unset',
      expected: progress?.expected ?? null,
    };
  });
  const years = [...new Set(rows.flatMap(({ entry }) => (entry === null ? [] : [entry.targetYear])))].sort(
    (a, b) => a - b,
  );
  return { area: areaRef(known.area), standard, years, rows };
}

/**
 * Sets a county's year. One set by an area above may only be brought forward.
 *
 * @param setBy the area on whose behalf it is set; the county itself or one above it
 * @throws DomainError `plans.notACounty`, `plans.roadmapLater`
 */
export async function setRoadmapEntry(
  { registry, indicators, database, audit }: PlanDoors & { readonly audit: Audit },
  county: string,
  body: RoadmapBody,
  act: { readonly by: string; readonly at: Date; readonly setBy: string },
): Promise<void> {
  const known = await registry.area(county);
  if (known.area.level !== 'county') throw planErrors.notACounty({ area: county });
  const standard = indicators.standard(body.standard);
  const line = [...known.path.map(({ code }) => code).filter((code) => code !== county), county];
  const depth = (code: string) => line.indexOf(code);
  if (depth(act.setBy) < 0) throw planErrors.followsNotAbove({ area: known.area.name, above: act.setBy });
  await database.transaction(async (session) => {
    const [before] = await listRoadmap(session, [county], standard.id);
    const isBound = before !== undefined && depth(before.set_by_area) < depth(act.setBy);
    if (isBound && body.targetYear > before.target_year) {
      throw planErrors.roadmapLater({ county: known.area.name, year: before.target_year, asked: body.targetYear });
    }
    await putRoadmapEntry(session, {
      county_code: county,
      standard_id: standard.id,
      target_year: body.targetYear,
      set_by_area: isBound ? before.set_by_area : act.setBy,
      responsible: body.responsible,
      document: body.document,
      signed_on: body.signedOn as PlainDate | null,
      recognised_on: body.recognisedOn as PlainDate | null,
      changed_at: act.at,
      changed_by: act.by,
    });
    await audit.append(session, {
      act: plansPermissions.roadmap,
      on: { kind: 'roadmap', id: standard.id, area: county },
      result: 'done',
      details: { targetYear: body.targetYear, setBy: act.setBy },
    });
  });
}

/** Writes the day of recognition; a county without a year on the roadmap gets this one. */
export async function markRecognised(
  session: Session,
  county: string,
  standard: string,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  const [before] = await listRoadmap(session, [county], standard);
  const on = chinaDate(at);
  await putRoadmapEntry(session, {
    county_code: county,
    standard_id: standard,
    target_year: before?.target_year ?? Number(on.slice(0, 4)),
    set_by_area: before?.set_by_area ?? county,
    responsible: before?.responsible ?? '',
    document: before?.document ?? '',
    signed_on: before?.signed_on ?? null,
    recognised_on: on,
    changed_at: at,
    changed_by: by,
  });
}

function showEntry(row: RoadmapRow): NonNullable<RoadmapRowShown['entry']> {
  return {
    targetYear: row.target_year,
    setBy: row.set_by_area,
    responsible: row.responsible,
    document: row.document,
    signedOn: row.signed_on,
    recognisedOn: row.recognised_on,
  };
}
