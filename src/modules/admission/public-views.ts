import type { FileAnswer } from '#core/http';
import type { LookUpAnswer, PublicRound, PublicRoundDetail } from './contract.ts';
import type { AdmissionDoors } from './doors.ts';
import { admissionErrors } from './errors.ts';
import { eligibleSchools, findZone } from './find-zone.ts';
import type { PublicationRow, RoundRow } from './model.ts';
import { countResults } from './result-repository.ts';
import { findRound, listPublications, listRounds } from './round-repository.ts';
import { isAnnounced, nameIn, publicationOf, publicRoundOf, rulesOf, schoolsOf } from './round-views.ts';

/** What anybody may look up without signing in: plans, zones, and results without a name. */
export class PublicViews {
  readonly #doors: AdmissionDoors;

  constructor(doors: AdmissionDoors) {
    this.#doors = doors;
  }

  async rounds(code: string, at: Date): Promise<{ area: PublicRound['area']; rows: PublicRound[] }> {
    const area = await this.#area(code);
    const rows = (await listRounds(this.#doors.database, code)).filter(isPublic);
    return { area, rows: rows.map((row) => publicRoundOf(row, area, at)) };
  }

  /** @throws DomainError `admission.roundNotFound`, also while the plan is not published */
  async round(code: string, id: string, at: Date): Promise<PublicRoundDetail> {
    const { database, registry } = this.#doors;
    const row = await this.#published(code, id);
    const rules = rulesOf(row);
    const names = await registry.schools(
      code,
      rules.schools.map(({ unit }) => unit),
    );
    const publications = (await listPublications(database, code, id)).filter(shownOf(row));
    const { ageOn, atLeast, atMost } = rules.eligibility;
    return {
      ...publicRoundOf(row, await this.#area(code), at),
      eligibility: {
        zh: `到 ${ageOn} 年满 ${atLeast} 周岁${atMost > atLeast ? `、不超过 ${atMost} 周岁` : ''}`,
        en: `Children who are ${atLeast} to ${atMost} on ${ageOn}`,
      },
      categories: rules.categories.map(({ id: category, name, needs }) => ({
        id: category,
        name,
        lists: needs.map((by) => rules.lists.find((list) => list.by === by)?.name ?? { zh: by, en: by }),
      })),
      tieBreak:
        rules.tieBreak.lotteries === 'one'
          ? { zh: '同类别电脑随机，全县一个号', en: 'By lottery within a category, one number for the county' }
          : { zh: '同类别电脑随机，每校一个号', en: 'By lottery within a category, one number a school' },
      mostChoices: rules.choices.most,
      schools: schoolsOf(rules, names),
      zones: rules.zones.map(({ id: zone, name, schools }) => ({ id: zone, name, schools })),
      rules: { version: row.rules_version, hash: row.rules_hash },
      listHash: row.list_hash,
      seed: row.seed === null ? null : { ...row.seed, witnesses: [...row.seed.witnesses] },
      publications: publications.map(publicationOf),
      result: isAnnounced(row) ? await this.#totals(code, id) : null,
    };
  }

  /** The schools of an address in every published round that is not over. The address is asked about and kept nowhere. */
  async lookUp(code: string, address: string, at: Date): Promise<LookUpAnswer> {
    const { database, registry } = this.#doors;
    const area = await this.#area(code);
    const rows = (await listRounds(database, code)).filter((row) => isPublic(row) && row.state !== 'registered');
    const units = [...new Set(rows.flatMap((row) => rulesOf(row).schools.map(({ unit }) => unit)))];
    const names = await registry.schools(code, units);
    return {
      rows: rows.map((row) => {
        const rules = rulesOf(row);
        const zone = findZone(rules.zones, address);
        const eligible = eligibleSchools(rules, zone);
        const { id, name, stage, isOpen, applyUntil } = publicRoundOf(row, area, at);
        return {
          round: { id, name, stage, isOpen, applyUntil },
          zone: zone === undefined ? null : { id: zone.id, name: nameIn(rules.zones, zone.id) ?? zone.name },
          schools:
            zone === undefined && rules.zones.length > 0
              ? []
              : schoolsOf(rules, names).filter(({ unit }) => eligible.includes(unit)),
        };
      }),
    };
  }

  /** A published file, as it was published. @throws DomainError `admission.fileNotFound` */
  async file(code: string, id: string, edition: number, name: string): Promise<FileAnswer> {
    const row = await this.#published(code, id);
    const publications = (await listPublications(this.#doors.database, code, id)).filter(shownOf(row));
    const text = publications.find((one) => one.edition === edition)?.files[name];
    if (text === undefined) throw admissionErrors.fileNotFound({ file: name });
    const mediaType = name.endsWith('.json') ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8';
    return { name, mediaType, bytes: new TextEncoder().encode(text) };
  }

  async #totals(county: string, round: string): Promise<NonNullable<PublicRoundDetail['result']>> {
    const counts = await countResults(this.#doors.database, county, round);
    const sum = (of: typeof counts) => of.reduce((total, { n }) => total + n, 0);
    return {
      applicants: sum(counts),
      firstChoice: sum(counts.filter(({ how, choice }) => how === 'choice' && choice === 1)),
      otherChoice: sum(counts.filter(({ how, choice }) => how === 'choice' && choice !== 1)),
      placed: sum(counts.filter(({ how, school }) => how !== 'choice' && school !== null)),
      none: sum(counts.filter(({ school }) => school === null)),
    };
  }

  async #published(code: string, id: string): Promise<RoundRow> {
    const row = await findRound(this.#doors.database, code, id);
    if (!isPublic(row)) throw admissionErrors.roundNotFound();
    return row;
  }

  async #area(code: string): Promise<PublicRound['area']> {
    const { name } = await this.#doors.registry.area(code);
    return { code, name };
  }
}

function isPublic({ state }: RoundRow): boolean {
  return state !== 'drafted' && state !== 'withdrawn';
}

/** What the draw gave is shown when the result is announced. */
function shownOf(round: RoundRow): (row: PublicationRow) => boolean {
  return ({ kind }) => kind === 'frozen' || isAnnounced(round);
}
