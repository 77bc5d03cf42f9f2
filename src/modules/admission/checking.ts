import type { Session } from '#core/db';
import { newId } from '#core/ids';
import { masks } from '#core/personal';
import { decideChild, holdChild, putMatches } from './application-repository.ts';
import type { CheckRow, ListMatch } from './contract.ts';
import type { Act, AdmissionDoors } from './doors.ts';
import { admissionErrors as errors } from './errors.ts';
import { countListRows, listListRows, replaceList } from './list-repository.ts';
import { indexList, type ListedPerson, matchChild, type Person } from './match-lists.ts';
import type { ApplicationRow, ChildRow, ListRow, RoundRow } from './model.ts';
import { openChild, openGuardian, openListed } from './open-people.ts';
import { listFields } from './personal-fields.ts';
import { type CheckFilter, listChecking } from './queue-repository.ts';
import { readList } from './read-list.ts';
import { findRound, holdRound } from './round-repository.ts';
import { nameIn, rulesOf } from './round-views.ts';

const listStates = ['published', 'applying', 'checking'];

interface RoundKey {
  readonly area: string;
  readonly round: string;
}

/** Comparing what families wrote with official lists, and people deciding what lists cannot. */
export class Checking {
  readonly #doors: AdmissionDoors;

  constructor(doors: AdmissionDoors) {
    this.#doors = doors;
  }

  /** Takes an official list in place of the former one, and compares. @throws DomainError `admission.listRefused`, `admission.listUnknown` */
  async takeList(
    { area, round }: RoundKey,
    list: string,
    file: { readonly name: string; readonly bytes: Uint8Array },
    { at }: Act,
  ): Promise<{ rows: number; added: number; replaced: number }> {
    const { database, personal, audit } = this.#doors;
    const people = readList(file.bytes, file.name);
    return database.transaction(async (session) => {
      const held = await holdRound(session, area, round);
      if (!listStates.includes(held.state)) throw errors.notChecking();
      if (!rulesOf(held).lists.some(({ by }) => by === list)) throw errors.listUnknown({ list });
      const sealed = await personal.sealer(session);
      const rows = people.map((person): ListRow => {
        const id = newId(at);
        const seal = (field: 'name' | 'identity' | 'birthDate') =>
          sealed({ of: listFields, field, key: [area, round, id] }, person[field]);
        const identity = seal('identity');
        return {
          id,
          list,
          name: seal('name').cell,
          identity: identity.cell,
          identity_index: identity.index,
          birth_date: seal('birthDate').cell,
          value: person.value,
        };
      });
      const replaced = await replaceList(session, { county: area, id: round }, list, rows);
      await audit.append(session, {
        act: 'admission.list',
        on: { kind: 'admission.round', id: round, area },
        result: 'done',
        details: { list, rows: rows.length },
      });
      if (held.state === 'checking') await this.match(session, held);
      return { rows: rows.length, added: rows.length, replaced };
    });
  }

  /** Compares every child nobody has decided on with the lists at hand. */
  async match(session: Session, round: RoundRow): Promise<void> {
    const { personal } = this.#doors;
    const key = { county: round.county_code, id: round.id };
    const rules = rulesOf(round);
    const people = new Map<string, ListedPerson[]>();
    for (const row of await listListRows(session, key)) {
      const own = people.get(row.list) ?? [];
      own.push(await openListed(personal, session, key, row));
      people.set(row.list, own);
    }
    const lists = new Map([...people].map(([list, rows]) => [list, indexList(rows)]));
    const rows = await listChecking(session, key, { states: ['none', 'sure', 'doubtful', 'missing'] });
    const guardians = new Map<string, Person>();
    const found = [];
    for (const { child, application } of rows) {
      const guardian = guardians.get(application.id) ?? (await openGuardian(personal, session, application));
      guardians.set(application.id, guardian);
      const given = { claimed: child.claimed, child: await openChild(personal, session, child), guardian };
      found.push({ child: child.id, ...matchChild(rules, lists, given) });
    }
    if (found.length > 0) await putMatches(session, key, found);
  }

  /** The queue: what waits for a person, both sides beside one another, masked. */
  async queue(
    { area, round }: RoundKey,
    {
      state,
      after,
    }: {
      readonly state: 'open' | 'doubtful' | 'refusalProposed' | 'refused' | 'confirmed';
      readonly after?: string | undefined;
    },
    { principal }: Act,
  ): Promise<{ rows: CheckRow[]; next: string | null; total: number }> {
    const { database } = this.#doors;
    const held = await findRound(database, area, round);
    const states: Readonly<Record<typeof state, CheckFilter['states']>> = {
      open: ['none', 'doubtful', 'missing', 'refusalProposed'],
      doubtful: ['doubtful', 'missing'],
      refusalProposed: ['refusalProposed'],
      refused: ['refused'],
      confirmed: ['sure', 'confirmed'],
    };
    const key = { county: area, id: round };
    const all = await listChecking(database, key, { states: states[state], after, limit: 51 });
    const [{ n: total } = { n: 0 }] = await database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM admission_child
       WHERE county_code = $1 AND round_id = $2 AND is_claimed AND checked = ANY ($3::text[])`,
      [area, round, states[state]],
    );
    const rows = all.slice(0, 50);
    const shown: CheckRow[] = [];
    for (const { child, application } of rows) shown.push(await this.#show(held, child, application, principal.id));
    return { rows: shown, next: all.length > 50 ? (rows.at(-1)?.child.id ?? null) : null, total };
  }

  /**
   * Decides on a child. A refusal needs two people, each with the reason in words.
   *
   * @throws DomainError `admission.notChecking`, `admission.decisionRefused`, `admission.fourEyes`
   */
  async decide(
    { area, round }: RoundKey,
    id: string,
    given: {
      readonly decision: 'confirm' | 'proposeRefusal' | 'refuse' | 'return';
      readonly category?: string | undefined;
      readonly reason: string;
    },
    { principal, at }: Act,
  ): Promise<CheckRow> {
    const { database, audit } = this.#doors;
    const child = await database.transaction(async (session) => {
      const held = await holdRound(session, area, round);
      if (held.state !== 'checking') throw errors.notChecking();
      const before = await holdChild(session, area, round, id);
      const category = given.category ?? before.claimed;
      if (!rulesOf(held).categories.some((one) => one.id === category)) {
        throw errors.decisionRefused({ why: { zh: '规则中没有这个类别', en: 'the rules have no such category' } });
      }
      if (
        given.decision !== 'return' &&
        given.reason.length < 2 &&
        !(given.decision === 'confirm' && category === before.claimed && before.checked === 'sure')
      ) {
        throw errors.decisionRefused({ why: { zh: '须写明理由', en: 'it needs a reason' } });
      }
      const after = decisionOn(before, { ...given, category, by: principal.id, at });
      await decideChild(session, before, after);
      await audit.append(session, {
        act: 'admission.check',
        on: { kind: 'admission.child', id, area },
        result: 'done',
        reason: given.reason === '' ? undefined : given.reason,
        details: { decision: given.decision, category },
      });
      return { ...before, ...after };
    });
    const [application] = await database.query<ApplicationRow>(
      'SELECT * FROM admission_application WHERE county_code = $1 AND round_id = $2 AND id = $3',
      [area, round, child.application_id],
    );
    if (application === undefined) throw errors.childNotFound();
    return this.#show(await findRound(database, area, round), child, application, principal.id);
  }

  /** How many rows of each list are at hand. */
  counts(area: string, round: string) {
    return countListRows(this.#doors.database, area, round);
  }

  async #show(round: RoundRow, child: ChildRow, application: ApplicationRow, asker: string): Promise<CheckRow> {
    const { database, personal } = this.#doors;
    const rules = rulesOf(round);
    const key = { county: round.county_code, id: round.id };
    const written = await openChild(personal, database, child);
    const guardian = await openGuardian(personal, database, application);
    const ids = child.matches.flatMap(({ row }) => (row === null ? [] : [row]));
    const found = new Map<string, ListedPerson>();
    for (const row of ids.length === 0 ? [] : await listListRows(database, key, ids)) {
      found.set(row.id, await openListed(personal, database, key, row));
    }
    return {
      child: child.id,
      token: child.token,
      check: child.checked,
      claimed: nameIn(rules.categories, child.claimed) ?? { zh: child.claimed, en: child.claimed },
      category: nameIn(rules.categories, child.category),
      zone: nameIn(rules.zones, application.zone),
      reason: child.reason,
      proposedBy: child.proposed_by,
      isOwnProposal: child.proposed_by === asker,
      matches: child.matches.flatMap(({ list, outcome, row }): ListMatch[] => {
        const declared = rules.lists.find(({ by }) => by === list);
        if (declared === undefined) return [];
        const person = row === null ? undefined : found.get(row);
        return [
          {
            list,
            name: declared.name,
            outcome,
            written: masked(declared.of === 'child' ? written : guardian),
            found: person === undefined ? null : masked(person),
          },
        ];
      }),
    };
  }
}

function masked({ name, identity, birthDate }: Person) {
  const shown = (kind: 'name' | 'identityNumber' | 'birthDate', text: string) => (text === '' ? '' : masks[kind](text));
  return {
    name: shown('name', name),
    identity: shown('identityNumber', identity),
    birthDate: shown('birthDate', birthDate),
  };
}

type Decided = Pick<ChildRow, 'checked' | 'category' | 'reason' | 'proposed_by' | 'decided_by' | 'decided_at'>;

function decisionOn(
  before: ChildRow,
  {
    decision,
    category,
    reason,
    by,
    at,
  }: {
    readonly decision: 'confirm' | 'proposeRefusal' | 'refuse' | 'return';
    readonly category: string;
    readonly reason: string;
    readonly by: string;
    readonly at: Date;
  },
): Decided {
  const decided = { decided_by: by, decided_at: at, reason };
  switch (decision) {
    case 'confirm':
      return { ...decided, checked: 'confirmed', category, proposed_by: null };
    case 'proposeRefusal':
      return {
        checked: 'refusalProposed',
        category: null,
        reason,
        proposed_by: by,
        decided_by: null,
        decided_at: null,
      };
    case 'refuse': {
      if (before.checked !== 'refusalProposed') {
        throw errors.decisionRefused({ why: { zh: '须先由一人提出不予确认', en: 'one person proposes it first' } });
      }
      if (before.proposed_by === by) throw errors.fourEyes();
      return { ...decided, checked: 'refused', category: null, proposed_by: before.proposed_by };
    }
    case 'return':
      return { checked: 'doubtful', category: null, reason: '', proposed_by: null, decided_by: null, decided_at: null };
  }
}
