import { type Instrument, itemsOf } from '#standards';
import type { CampaignDetail, CampaignHead, VisitCounts } from './contract.ts';
import type { CampaignRow, VisitRow, VisitState } from './model.ts';

const states: readonly VisitState[] = ['planned', 'clean', 'rectifying', 'verifying', 'mended'];

/** Names of the areas and schools that stand in a campaign; schools by `county id`. */
export interface CampaignNames {
  readonly areas: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
}

export function countStates(found: readonly { readonly state: VisitState; readonly count: number }[]): VisitCounts {
  const sum = (state: VisitState) =>
    found.filter((one) => one.state === state).reduce((total, { count }) => total + count, 0);
  return {
    planned: sum('planned'),
    clean: sum('clean'),
    rectifying: sum('rectifying'),
    verifying: sum('verifying'),
    mended: sum('mended'),
  };
}

export function showHead(
  row: CampaignRow,
  visits: VisitCounts,
  name: { readonly area: string; readonly instrument: CampaignHead['instrument']['name'] },
): CampaignHead {
  return {
    area: { code: row.area_code, name: name.area },
    id: row.id,
    title: row.title,
    basis: row.basis,
    instrument: { id: row.instrument, name: { ...name.instrument } },
    fromOn: row.from_on,
    untilOn: row.until_on,
    rectifyBy: row.rectify_by,
    state: row.state,
    summary: row.summary,
    visits,
  };
}

/** A campaign with its progress by place, what was found and every visit. Pure. */
export function showCampaign(
  head: CampaignHead,
  visits: readonly VisitRow[],
  instrument: Instrument | null,
  { areas, units }: CampaignNames,
): CampaignDetail {
  const isOneCounty = new Set(visits.map(({ county_code }) => county_code)).size <= 1;
  const placeOf = (visit: VisitRow) => (isOneCounty ? (visit.township_code ?? '') : visit.county_code);
  const nameOf = (code: string) => areas.get(code) ?? code;
  return {
    ...head,
    progress: [...Map.groupBy(visits, placeOf)]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([code, of]) => ({
        area: { code, name: nameOf(code) },
        visits: countStates(states.map((state) => ({ state, count: of.filter((one) => one.state === state).length }))),
      })),
    findings: findingsOf(visits, instrument),
    rows: visits.map((visit) => ({
      unit: visit.unit_id,
      name: units.get(`${visit.county_code} ${visit.unit_id}`) ?? visit.unit_id,
      county: visit.county_code,
      place: nameOf(placeOf(visit)),
      state: visit.state,
      sheet: visit.sheet_id,
      findings: visit.findings.length,
      case: visit.case_id === null ? null : `${visit.county_code}-${visit.case_id}`,
    })),
  };
}

function findingsOf(visits: readonly VisitRow[], instrument: Instrument | null): CampaignDetail['findings'] {
  const counted = Map.groupBy(
    visits.flatMap(({ findings }) => findings.map(({ item }) => item)),
    (item) => item,
  );
  const items = new Map(instrument === null ? [] : itemsOf(instrument).map((item) => [item.id, item.words]));
  const sectionOf = (item: string) =>
    instrument?.sections.find(({ items: of }) => of.some(({ id }) => id === item))?.words ?? { zh: '', en: '' };
  return [...counted]
    .map(([item, found]) => ({
      item,
      section: { ...sectionOf(item) },
      words: { ...(items.get(item) ?? { zh: item, en: item }) },
      schools: found.length,
    }))
    .sort((one, other) => other.schools - one.schools || (one.item < other.item ? -1 : 1));
}
