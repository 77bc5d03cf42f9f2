import type { Principal } from '#core/access';
import { chinaDate } from '#core/calendar';
import type { Session } from '#core/db';
import type { FileAnswer } from '#core/http';
import { newId } from '#core/ids';
import type { Act, Sheet } from '#engines/instruments';
import { type Instrument, itemsOf } from '#standards';
import type { CampaignBody, CampaignDetail, CampaignHead, VisitCounts } from './contract.ts';
import type { CampaignDoors } from './doors.ts';
import { campaignErrors } from './errors.ts';
import { findProblems } from './find-problems.ts';
import type { CampaignRow } from './model.ts';
import { campaignsPermissions as may } from './permissions.ts';
import { rectificationKind, rectificationKindName } from './rectification-kind.ts';
import {
  closeCampaign,
  countVisits,
  findCampaign,
  findVisit,
  holdCampaign,
  insertCampaign,
  insertVisits,
  listCampaigns,
  listVisits,
  moveVisit,
  recordFindings,
} from './repository.ts';
import { countStates, showCampaign, showHead } from './show-campaign.ts';
import { writeReport } from './write-report.ts';

/** How sheets of a campaign say what they belong to. */
const aboutKind = 'campaigns.campaign';
/** Each school has a sheet that inspectors carry with them. */
const mostSchools = 2000;

/** Campaigns: one checklist, every school of an area visited, what was found mended and checked again. */
export class Campaigns {
  readonly #doors: CampaignDoors;

  constructor(doors: CampaignDoors) {
    this.#doors = doors;
    doors.cases.register(rectificationKind, {
      move: ({ session, ref, after }) => moveVisit(session, ref.county, ref.id, after.state),
    });
    doors.sheets.follow(aboutKind, {
      submitted: (session, sheet, act) => this.#judge(session, sheet, act),
      refuseReopening: ({ title }) => {
        throw campaignErrors.sheetCounted({ title });
      },
    });
  }

  /** Opens a campaign with a sheet for every school in scope. All of it or nothing. */
  async open(area: string, body: CampaignBody, { principal, at }: Act): Promise<CampaignDetail> {
    const { database, audit, library, registry, sheets, gate } = this.#doors;
    gate.require(principal, may.organize, { area });
    const { instrument } = library.find(body.instrument);
    if (instrument.kind !== 'checklist' || instrument.subject !== 'school') {
      throw campaignErrors.notAChecklist({ instrument: instrument.id });
    }
    const { fromOn: from, untilOn: until, rectifyBy: rectify } = body;
    if (until < from || rectify < until) throw campaignErrors.daysWrong({ from, until, rectify });
    const known = await registry.schools(area, instrument.stages);
    const units = known.filter(({ id }) => body.units === undefined || body.units.includes(id));
    if (units.length === 0) throw campaignErrors.nobodyToVisit({ area });
    if (units.length > mostSchools) throw campaignErrors.tooMany({ schools: units.length, most: mostSchools });
    const row: CampaignRow = {
      area_code: area,
      id: newId(at),
      instrument: instrument.id,
      title: body.title,
      basis: body.basis,
      from_on: from,
      until_on: until,
      rectify_by: rectify,
      state: 'open',
      summary: '',
      opened_by: principal.id,
      opened_at: at,
      closed_by: null,
      closed_at: null,
    };
    await database.transaction(async (session) => {
      await insertCampaign(session, row);
      const opened = await sheets.openEach(
        session,
        instrument,
        units.map(({ county, id, name }) => ({
          area: county,
          unit: id,
          instrument: instrument.id,
          side: 'inspection',
          about: `${aboutKind}/${area}-${row.id}`,
          title: `${name} ${body.title}`,
          dueOn: until,
        })),
        { principal, at },
      );
      const sheetOf = new Map(opened.map((sheet) => [`${sheet.area} ${sheet.unit}`, sheet.id]));
      await insertVisits(
        session,
        row,
        units.map(({ county, id, township }) => ({
          county_code: county,
          unit_id: id,
          township_code: township,
          sheet_id: sheetOf.get(`${county} ${id}`) ?? '',
        })),
      );
      await audit.append(session, { act: may.organize, on: subjectOf(row), result: 'done' });
    });
    return this.campaign(area, row.id, principal);
  }

  /** The campaigns in which the reader has visits to see, newest first. */
  async list(code: string, principal: Principal): Promise<CampaignHead[]> {
    const { database, gate, registry } = this.#doors;
    const scope = gate.requireAnywhere(principal, may.read);
    const counted = await countVisits(database, scope, await registry.countiesOf(code));
    const visits = Map.groupBy(counted, (one) => `${one.campaign_area} ${one.campaign_id}`);
    const rows = await listCampaigns(database, [...new Set(counted.map((one) => one.campaign_area))]);
    return Promise.all(
      rows.flatMap((row) => {
        const found = visits.get(`${row.area_code} ${row.id}`);
        return found === undefined ? [] : [this.#head(row, countStates(found))];
      }),
    );
  }

  /** @throws DomainError `campaigns.campaignNotFound`, also where the reader may see none of its visits */
  async campaign(area: string, id: string, principal: Principal): Promise<CampaignDetail> {
    const { database, gate, registry } = this.#doors;
    const scope = gate.requireAnywhere(principal, may.read);
    const row = await findCampaign(database, area, id);
    const visits = row === undefined ? [] : await listVisits(database, scope, await registry.countiesOf(area), id);
    if (row === undefined || visits.length === 0) throw campaignErrors.campaignNotFound({ campaign: id });
    const names = await registry.namesOf({
      areas: [...new Set(visits.flatMap(({ county_code, township_code }) => [county_code, township_code ?? '']))],
      units: visits.map(({ county_code: county, unit_id }) => ({ county, id: unit_id })),
    });
    const head = await this.#head(row, countStates(visits.map(({ state }) => ({ state, count: 1 }))));
    return showCampaign(head, visits, this.#instrument(row.instrument), names);
  }

  /** Ends the visits; what was found goes on being mended. @throws DomainError `campaigns.closed`, `campaigns.unfinished` */
  async close(
    area: string,
    id: string,
    { summary, reason }: { readonly summary: string; readonly reason: string },
    { principal, at }: Act,
  ): Promise<CampaignDetail> {
    const { database, audit, gate } = this.#doors;
    gate.require(principal, may.organize, { area });
    const { visits } = await this.campaign(area, id, principal);
    await database.transaction(async (session) => {
      const row = await holdCampaign(session, area, id);
      if (row === undefined) throw campaignErrors.campaignNotFound({ campaign: id });
      if (row.state === 'closed') throw campaignErrors.closed({ title: row.title });
      if (visits.planned > 0 && reason === '') throw campaignErrors.unfinished({ planned: visits.planned });
      await closeCampaign(session, row, { summary, by: principal.id, at });
      await audit.append(session, { act: may.organize, on: subjectOf(row), result: 'done', reason });
    });
    return this.campaign(area, id, principal);
  }

  /** The report of what the reader may see, as it stands now. */
  async report(
    area: string,
    id: string,
    asked: { readonly format: 'docx' | 'pdf'; readonly language: 'zh' | 'en' },
    { principal, at }: Act,
  ): Promise<FileAnswer> {
    return writeReport(await this.campaign(area, id, principal), asked, chinaDate(at), at);
  }

  /** A sheet was handed in: nothing found, or a case in which it is mended. */
  async #judge(session: Session, sheet: Sheet, { principal }: Act): Promise<void> {
    const { cases, sheets } = this.#doors;
    const visit = await findVisit(session, sheet.area, sheet.id);
    const campaign = visit && (await findCampaign(session, visit.campaign_area, visit.campaign_id));
    if (visit === undefined || campaign === undefined) throw campaignErrors.campaignNotFound({ campaign: sheet.about });
    if (campaign.state === 'closed') throw campaignErrors.closed({ title: campaign.title });
    const { compiled, answers } = await sheets.openedFrom(session, sheet);
    const { instrument } = compiled;
    const { findings, mendBy } = findProblems(instrument, new Map(answers.map(({ item, value }) => [item, value])));
    if (findings.length === 0) return recordFindings(session, visit, { state: 'clean', findings, case: null });
    const words = new Map(itemsOf(instrument).map((item) => [item.id, item.words.zh]));
    const ref = await cases.open(
      principal,
      rectificationKindName,
      {
        area: visit.county_code,
        unit: visit.unit_id,
        title: sheet.title,
        about: { kind: aboutKind, id: campaign.id },
        fields: {
          problems: findings
            .map(({ item, what }, at) => `${at + 1}. ${words.get(item) ?? item}${what === '' ? '' : `：${what}`}`)
            .join('\n'),
          rectifyBy: mendBy ?? campaign.rectify_by,
        },
      },
      session,
    );
    await recordFindings(session, visit, { state: 'rectifying', findings, case: ref.id });
  }

  async #head(row: CampaignRow, visits: VisitCounts): Promise<CampaignHead> {
    const { areas } = await this.#doors.registry.namesOf({ areas: [row.area_code], units: [] });
    const instrument = this.#instrument(row.instrument)?.words ?? { zh: row.instrument, en: row.instrument };
    return showHead(row, visits, { area: areas.get(row.area_code) ?? row.area_code, instrument });
  }

  /** The checklist as it is today; null where it was taken away. */
  #instrument(id: string): Instrument | null {
    return this.#doors.library.all.find(({ instrument }) => instrument.id === id)?.instrument ?? null;
  }
}

function subjectOf({ area_code, id }: CampaignRow) {
  return { kind: 'campaign', id, area: area_code };
}
