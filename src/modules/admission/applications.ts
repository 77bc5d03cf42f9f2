import type { Session } from '#core/db';
import { newId } from '#core/ids';
import {
  addApplications,
  addChildren,
  changeApplication,
  claimChildren,
  claimedElsewhere,
  findApplication,
  findByRequest,
  listChildren,
  listOwn,
  removeChildren,
} from './application-repository.ts';
import { checkApplication, type Written } from './check-application.ts';
import type { Application, ApplicationBody } from './contract.ts';
import type { Act, AdmissionDoors } from './doors.ts';
import { admissionErrors as errors } from './errors.ts';
import { findZone } from './find-zone.ts';
import type { ApplicationRow, ChildRow, RoundRow } from './model.ts';
import { applicationFields, childFields } from './personal-fields.ts';
import { findRound, holdRound } from './round-repository.ts';
import { isOpen, rulesOf } from './round-views.ts';
import { sealApplication, sealChildren } from './seal-application.ts';
import { showApplication } from './show-application.ts';

/** One application among a guardian's own. */
export interface OwnKey {
  readonly area: string;
  readonly round: string;
  readonly application: string;
}

/**
 * What families do: write, hand in, take back. Every row belongs to the guardian who began it, and nobody else's is found here.
 *
 * @remarks
 * Pressing twice makes one application (`requestKey`). What was saved first stands; who saves an older version is refused. A child is
 * handed in once in a round: of two guardians the first. What counts for the deadline is when the request arrived.
 */
export class Applications {
  readonly #doors: AdmissionDoors;

  constructor(doors: AdmissionDoors) {
    this.#doors = doors;
  }

  async own(area: string, { principal, at }: Act): Promise<{ rows: Application[] }> {
    const rows: Application[] = [];
    for (const row of await listOwn(this.#doors.database, area, principal.id)) rows.push(await this.#show(row, at));
    return { rows };
  }

  /** @throws DomainError `admission.applicationNotFound` */
  async one(key: OwnKey, { principal, at }: Act): Promise<Application> {
    return this.#show(await findApplication(this.#doors.database, this.#keyOf(key, principal.id)), at);
  }

  /** Begins an application, or gives back the one that the same request began. @throws DomainError `admission.notOpen` */
  async begin(area: string, round: string, body: ApplicationBody, { principal, at }: Act): Promise<Application> {
    const { database, personal } = this.#doors;
    const key = { county: area, round, guardian: principal.id, requestKey: body.requestKey };
    const row = await database.transaction(async (session) => {
      // One guardian's requests come one after another: the second press finds what the first made.
      await session.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `${area} ${round} ${principal.id}`,
      ]);
      const made = await findByRequest(session, key);
      if (made !== undefined) return made;
      const held = await holdRound(session, area, round);
      requireOpen(held, at);
      const id = newId(at);
      const written = this.#writtenOf(body);
      const seal = await personal.sealer(session);
      const zone = findZone(rulesOf(held).zones, body.address)?.id ?? null;
      const begun: ApplicationRow = {
        county_code: area,
        round_id: round,
        id,
        guardian: principal.id,
        request_key: body.requestKey,
        state: 'draft',
        version: 1,
        ...sealApplication(seal, [area, round, id], written),
        zone,
        together: body.together,
        consented_at: body.consent ? at : null,
        started_at: at,
        submitted_at: null,
        ended_at: null,
      };
      const children = sealChildren(seal, begun, { children: written.children, before: [], at });
      await addApplications(session, [begun], children);
      return begun;
    });
    return this.#show(row, at);
  }

  /** Saves a draft. @throws DomainError `admission.overtaken`, `admission.alreadySubmitted`, `admission.notOpen` */
  async save(key: OwnKey, body: ApplicationBody, { principal, at }: Act): Promise<Application> {
    const { database, personal } = this.#doors;
    const row = await database.transaction(async (session) => {
      const held = await holdRound(session, key.area, key.round);
      requireOpen(held, at);
      const before = await findApplication(session, this.#keyOf(key, principal.id), 'hold');
      if (before.state !== 'draft') throw errors.alreadySubmitted();
      refuseOvertaken(before, body.seen);
      const written = this.#writtenOf(body);
      const seal = await personal.sealer(session);
      const after: ApplicationRow = {
        ...before,
        ...sealApplication(seal, [key.area, key.round, before.id], written),
        version: before.version + 1,
        zone: findZone(rulesOf(held).zones, body.address)?.id ?? null,
        together: body.together,
        consented_at: body.consent ? (before.consented_at ?? at) : null,
      };
      const children = sealChildren(seal, after, {
        children: written.children,
        before: await listChildren(session, { county: key.area, round: key.round, application: before.id }),
        at,
      });
      await removeChildren(session, before);
      await addChildren(session, children);
      await changeApplication(session, after);
      return after;
    });
    return this.#show(row, at);
  }

  /**
   * Hands the application in; handed in already, it stays as it is.
   *
   * @throws DomainError `admission.notOpen` where the request arrived after the deadline, `admission.childApplied`, and what is missing
   */
  async submit(key: OwnKey, seen: number, { principal, at }: Act): Promise<Application> {
    const { database, audit } = this.#doors;
    const row = await database.transaction(async (session) => {
      const held = await holdRound(session, key.area, key.round);
      const before = await findApplication(session, this.#keyOf(key, principal.id), 'hold');
      if (before.state === 'submitted') return before;
      requireOpen(held, at);
      refuseOvertaken(before, seen);
      if (before.consented_at === null) throw errors.consentMissing();
      const children = await listChildren(session, { county: key.area, round: key.round, application: before.id });
      const zone = checkApplication(rulesOf(held), await this.#read(session, before, children));
      await this.#claim(session, before, children);
      const after: ApplicationRow = {
        ...before,
        state: 'submitted',
        version: before.version + 1,
        zone: zone?.id ?? null,
        submitted_at: at,
      };
      await changeApplication(session, after);
      await audit.append(session, {
        act: 'admission.apply',
        on: { kind: 'admission.application', id: before.id, area: key.area },
        result: 'done',
        details: { round: key.round, children: children.length },
      });
      return after;
    });
    return this.#show(row, at);
  }

  /** Takes applications that were checked and handed in at a counter, all of them or none. @throws DomainError `admission.*` for the first that cannot be */
  async takeAll(
    { area, round }: Pick<OwnKey, 'area' | 'round'>,
    given: readonly { readonly guardian: string; readonly written: Written }[],
    { at }: Act,
  ): Promise<void> {
    const { database, personal, audit } = this.#doors;
    await database.transaction(async (session) => {
      const held = await holdRound(session, area, round);
      requireOpen(held, at);
      const rules = rulesOf(held);
      const seal = await personal.sealer(session);
      const rows = given.map(({ guardian, written }) => {
        const zone = checkApplication(rules, written)?.id ?? null;
        const id = newId(at);
        const row: ApplicationRow = {
          county_code: area,
          round_id: round,
          id,
          guardian,
          request_key: `counter ${id}`,
          state: 'submitted',
          version: 1,
          ...sealApplication(seal, [area, round, id], written),
          zone,
          together: written.together,
          consented_at: at,
          started_at: at,
          submitted_at: at,
          ended_at: null,
        };
        const children = sealChildren(seal, row, { children: written.children, before: [], at });
        return { row, children: children.map((child) => ({ ...child, is_claimed: true })) };
      });
      // A child that was handed in before breaks the unique index, and nothing is taken.
      await addApplications(
        session,
        rows.map(({ row }) => row),
        rows.flatMap(({ children }) => children),
      );
      await audit.append(session, {
        act: 'admission.apply',
        on: { kind: 'admission.round', id: round, area },
        result: 'done',
        details: { applications: rows.length },
      });
    });
  }

  /** Takes it back to a draft, until the deadline. @throws DomainError `admission.notOpen`, `admission.overtaken` */
  takeBack(key: OwnKey, seen: number, act: Act): Promise<Application> {
    return this.#undo(key, seen, act, 'draft');
  }

  /** Gives the application up, until the deadline; its personal fields are forgotten when their years are over. */
  withdraw(key: OwnKey, seen: number, act: Act): Promise<Application> {
    return this.#undo(key, seen, act, 'withdrawn');
  }

  async #undo(key: OwnKey, seen: number, { principal, at }: Act, state: 'draft' | 'withdrawn'): Promise<Application> {
    const { database, audit } = this.#doors;
    const row = await database.transaction(async (session) => {
      requireOpen(await holdRound(session, key.area, key.round), at);
      const before = await findApplication(session, this.#keyOf(key, principal.id), 'hold');
      if (before.state === state) return before;
      refuseOvertaken(before, seen);
      const endedAt = state === 'withdrawn' ? at : null;
      const after = { ...before, state, version: before.version + 1, submitted_at: null, ended_at: endedAt };
      await claimChildren(session, before, { isClaimed: false, endedAt });
      await changeApplication(session, after);
      await audit.append(session, {
        act: state === 'draft' ? 'admission.takeBack' : 'admission.withdraw',
        on: { kind: 'admission.application', id: before.id, area: key.area },
        result: 'done',
      });
      return after;
    });
    return this.#show(row, at);
  }

  async #claim(session: Session, application: ApplicationRow, children: readonly ChildRow[]): Promise<void> {
    // Of two guardians who hand in the same child at once, one waits here for the other.
    for (const index of children.map(({ identity_index }) => identity_index ?? '').sort()) {
      await session.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [
        `${application.round_id} ${index}`,
      ]);
    }
    const { personal } = this.#doors;
    for (const [at, child] of children.entries()) {
      const place = { of: childFields, field: 'identity', key: [child.county_code, child.round_id, child.id] } as const;
      const number = await personal.open(session, place, child.identity ?? '');
      const taken = await claimedElsewhere(session, application, personal.indexesOf(childFields, 'identity', number));
      if (taken.size > 0) throw errors.childApplied({ child: at + 1 });
    }
    await claimChildren(session, application, { isClaimed: true, endedAt: null });
  }

  /** What was written, for the system's own check. */
  async #read(session: Session, row: ApplicationRow, children: readonly ChildRow[]): Promise<Written> {
    const { personal } = this.#doors;
    const key = [row.county_code, row.round_id, row.id];
    const open = async (field: 'guardianName' | 'guardianIdentity' | 'phone' | 'address', cell: string | null) =>
      cell === null ? '' : personal.open(session, { of: applicationFields, field, key }, cell);
    const written: Written['children'] = [];
    for (const child of children) {
      const own = [child.county_code, child.round_id, child.id];
      const openOwn = async (field: 'name' | 'identity' | 'birthDate', cell: string | null) =>
        cell === null ? '' : personal.open(session, { of: childFields, field, key: own }, cell);
      written.push({
        id: child.id,
        name: await openOwn('name', child.name),
        identity: await openOwn('identity', child.identity),
        birthDate: await openOwn('birthDate', child.birth_date),
        category: child.claimed,
        choices: [...child.choices],
      });
    }
    return {
      guardianName: await open('guardianName', row.guardian_name),
      guardianIdentity: await open('guardianIdentity', row.guardian_identity),
      phone: await open('phone', row.phone),
      address: await open('address', row.home_address),
      together: row.together,
      children: written,
    };
  }

  async #show(row: ApplicationRow, at: Date): Promise<Application> {
    const { database } = this.#doors;
    const round = await findRound(database, row.county_code, row.round_id);
    const key = { county: row.county_code, round: row.round_id, application: row.id };
    const children = await listChildren(database, key);
    const written = await this.#read(database, row, children);
    return showApplication(this.#doors, { row, round, children, written, at });
  }

  #keyOf({ area, round, application }: OwnKey, guardian: string) {
    return { county: area, round, id: application, guardian };
  }

  #writtenOf({ requestKey: _key, seen: _seen, consent: _consent, ...written }: ApplicationBody): Written {
    return written;
  }
}

function requireOpen(round: RoundRow, at: Date): void {
  if (isOpen(round, at)) return;
  throw errors.notOpen({ from: chinaTime(round.apply_from), until: chinaTime(round.apply_until) });
}

function refuseOvertaken({ version }: ApplicationRow, seen: number): void {
  if (version !== seen) throw errors.overtaken({ seen, now: version });
}

/** `2026-06-20 17:00` */
function chinaTime(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
