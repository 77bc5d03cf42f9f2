import { inScope, type Scope } from '#core/access';
import type { Session } from '#core/db';
import type { CampaignRow, Finding, VisitRow, VisitState } from './model.ts';

interface Tables {
  readonly campaign_visit: VisitRow;
}

export async function insertCampaign(session: Session, row: CampaignRow): Promise<void> {
  await session.query(
    `INSERT INTO campaign (area_code, id, instrument, title, basis, from_on, until_on, rectify_by, state, opened_by, opened_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      row.area_code,
      row.id,
      row.instrument,
      row.title,
      row.basis,
      row.from_on,
      row.until_on,
      row.rectify_by,
      row.state,
      row.opened_by,
      row.opened_at,
    ],
  );
}

export async function findCampaign(session: Session, area: string, id: string): Promise<CampaignRow | undefined> {
  const [row] = await session.query<CampaignRow>('SELECT * FROM campaign WHERE area_code = $1 AND id = $2', [area, id]);
  return row;
}

/** The same, held until the transaction ends. */
export async function holdCampaign(session: Session, area: string, id: string): Promise<CampaignRow | undefined> {
  const [row] = await session.query<CampaignRow>('SELECT * FROM campaign WHERE area_code = $1 AND id = $2 FOR UPDATE', [
    area,
    id,
  ]);
  return row;
}

export async function closeCampaign(
  session: Session,
  { area_code, id }: CampaignRow,
  act: { readonly summary: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await session.query(
    `UPDATE campaign SET state = 'closed', summary = $3, closed_by = $4, closed_at = $5 WHERE area_code = $1 AND id = $2`,
    [area_code, id, act.summary, act.by, act.at],
  );
}

/** Newest first. */
export function listCampaigns(session: Session, areas: readonly string[]): Promise<readonly CampaignRow[]> {
  return session.query<CampaignRow>(
    'SELECT * FROM campaign WHERE area_code = ANY ($1::text[]) ORDER BY id DESC LIMIT 500',
    [areas],
  );
}

export interface VisitCount {
  readonly campaign_area: string;
  readonly campaign_id: string;
  readonly state: VisitState;
  readonly count: number;
}

/** How many visits of the scope stand where, by campaign. */
export function countVisits(
  session: Session,
  scope: Scope,
  counties: readonly string[],
): Promise<readonly VisitCount[]> {
  return session
    .tables<Tables>()
    .selectFrom('campaign_visit')
    .select(({ fn }) => ['campaign_area', 'campaign_id', 'state', fn.countAll<number>().as('count')])
    .where(inScope(scope, { county: 'county_code', township: 'township_code', unit: 'unit_id' }))
    .where('county_code', 'in', [...counties])
    .groupBy(['campaign_area', 'campaign_id', 'state'])
    .execute();
}

export function listVisits(
  session: Session,
  scope: Scope,
  counties: readonly string[],
  campaign: string,
): Promise<readonly VisitRow[]> {
  return session
    .tables<Tables>()
    .selectFrom('campaign_visit')
    .selectAll()
    .where(inScope(scope, { county: 'county_code', township: 'township_code', unit: 'unit_id' }))
    .where('county_code', 'in', [...counties])
    .where('campaign_id', '=', campaign)
    .orderBy('county_code')
    .orderBy('unit_id')
    .execute();
}

export async function insertVisits(
  session: Session,
  { area_code, id }: CampaignRow,
  visits: readonly Pick<VisitRow, 'county_code' | 'unit_id' | 'township_code' | 'sheet_id'>[],
): Promise<void> {
  const column = (pick: (visit: (typeof visits)[number]) => string | null) => visits.map(pick);
  await session.query(
    `INSERT INTO campaign_visit (county_code, campaign_area, campaign_id, unit_id, township_code, sheet_id, state)
     SELECT county, $1, $2, unit, township, sheet, 'planned'
     FROM unnest($3::text[], $4::text[], $5::text[], $6::text[]) AS visit (county, unit, township, sheet)`,
    [
      area_code,
      id,
      column((visit) => visit.county_code),
      column((visit) => visit.unit_id),
      column((visit) => visit.township_code),
      column((visit) => visit.sheet_id),
    ],
  );
}

export async function findVisit(session: Session, county: string, sheet: string): Promise<VisitRow | undefined> {
  const [row] = await session.query<VisitRow>('SELECT * FROM campaign_visit WHERE county_code = $1 AND sheet_id = $2', [
    county,
    sheet,
  ]);
  return row;
}

export async function recordFindings(
  session: Session,
  visit: VisitRow,
  found: { readonly state: VisitState; readonly findings: readonly Finding[]; readonly case: string | null },
): Promise<void> {
  await session.query(
    `UPDATE campaign_visit SET state = $4, findings = $5, case_id = $6
     WHERE county_code = $1 AND campaign_id = $2 AND unit_id = $3`,
    [visit.county_code, visit.campaign_id, visit.unit_id, found.state, JSON.stringify(found.findings), found.case],
  );
}

/** A case of rectification moved. */
export async function moveVisit(session: Session, county: string, caseId: string, state: string): Promise<void> {
  await session.query('UPDATE campaign_visit SET state = $3 WHERE county_code = $1 AND case_id = $2', [
    county,
    caseId,
    state,
  ]);
}
