import type { Session } from '#core/db';
import { type DrawList, freezeDraw, runDraw } from '#engines/draw';
import { buildList, type ListedChild } from './build-list.ts';
import type { AdmissionDoors } from './doors.ts';
import { admissionErrors as errors } from './errors.ts';
import { type ExplainedResult, explainResults } from './explain-result.ts';
import type { ChildRow, RoundRow } from './model.ts';
import { addResults } from './result-repository.ts';
import { findRound, putPublication } from './round-repository.ts';
import { rulesOf } from './round-views.ts';

/** The list of a round as its records give it now. */
export interface RoundList {
  readonly list: DrawList;
  /** Which child is behind a published code. */
  readonly childOf: ReadonlyMap<string, string>;
  readonly zoneOf: ReadonlyMap<string, string | null>;
  readonly categoryOf: ReadonlyMap<string, string>;
}

const openStates = ['none', 'doubtful', 'missing', 'refusalProposed'];

/** Makes the list from the checked applications. @throws DomainError `admission.unchecked` while any child waits for a decision */
export async function listRound(session: Session, round: RoundRow): Promise<RoundList> {
  const key = [round.county_code, round.id];
  const [waiting] = await session.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM admission_child
     WHERE county_code = $1 AND round_id = $2 AND is_claimed AND checked = ANY ($3::text[])`,
    [...key, openStates],
  );
  if (waiting !== undefined && waiting.n > 0) throw errors.unchecked({ count: waiting.n });
  const rows = await session.query<ListedRow>(
    `SELECT c.id, c.token, c.application_id, c.category, c.claimed, c.choices, c.proved, a.together, a.zone
     FROM admission_child c JOIN admission_application a
       ON a.county_code = c.county_code AND a.round_id = c.round_id AND a.id = c.application_id
     WHERE c.county_code = $1 AND c.round_id = $2 AND c.is_claimed AND c.checked IN ('sure', 'confirmed') ORDER BY c.token`,
    key,
  );
  const rules = rulesOf(round);
  const children = rows.map(
    (row): ListedChild => ({
      token: row.token,
      application: row.application_id,
      together: row.together,
      category: row.category ?? row.claimed,
      choices: row.choices,
      proved: row.proved,
    }),
  );
  return {
    list: buildList(rules, `${round.county_code} ${rules.name.zh}`, children),
    childOf: new Map(rows.map(({ token, id }) => [token, id])),
    zoneOf: new Map(rows.map(({ token, zone }) => [token, zone])),
    categoryOf: new Map(children.map(({ token, category }) => [token, category])),
  };
}

type ListedRow = Pick<ChildRow, 'id' | 'token' | 'application_id' | 'category' | 'claimed' | 'choices' | 'proved'> & {
  readonly together: boolean;
  readonly zone: string | null;
};

/** Freezes the list of a round and publishes it. @returns its hash */
export async function freezeRound(
  session: Session,
  round: RoundRow,
  act: { readonly by: string; readonly at: Date },
): Promise<string> {
  const { list } = await listRound(session, round);
  const { listHash, files } = freezeDraw(list);
  const key = { county: round.county_code, id: round.id };
  await putPublication(session, key, { kind: 'frozen', files, reason: '', ...act });
  return listHash;
}

/** A round that has its seed, placed; nothing is written before `write`. */
export interface PlacedRound {
  readonly applicants: number;
  readonly admitted: number;
  readonly write: (session: Session, at: Date) => Promise<void>;
}

/**
 * Places a round by its frozen list and its seed.
 *
 * @throws DomainError `draw.listChanged` where a record behind the list was changed after it was frozen, `draw.seedMissing`
 */
export async function placeRound(
  { database }: Pick<AdmissionDoors, 'database'>,
  county: string,
  id: string,
): Promise<PlacedRound> {
  const round = await findRound(database, county, id);
  if (round.state !== 'seeded' || round.seed === null || round.list_hash === null) throw errors.notAllocated();
  const { list, childOf, zoneOf, categoryOf } = await listRound(database, round);
  const drawn = runDraw(list, round.list_hash, round.seed);
  const results = explainResults(rulesOf(round), list, drawn, { zoneOf, categoryOf });
  const files = new Map([...drawn.files, ['placed.csv', placedTable(results)]]);
  return {
    applicants: results.length,
    admitted: results.filter(({ school }) => school !== null).length,
    write: async (session, at) => {
      const edition = await putPublication(
        session,
        { county, id },
        { kind: 'drawn', files, reason: '', by: 'system', at },
      );
      await addResults(
        session,
        { county, id },
        results.map(({ token, how, school, choice, group, number, rank, of, higher }) => ({
          child_id: childOf.get(token) ?? '',
          edition,
          how,
          school,
          choice,
          seat_group: group,
          explained: { number, rank, of, higher },
          reason: '',
        })),
      );
    },
  };
}

/** Who got no choice and was placed after the draw, or has no place; codes only. */
function placedTable(results: readonly ExplainedResult[]): string {
  const rest = results.filter(({ how }) => how !== 'choice');
  return `${['applicant,school', ...rest.map(({ token, school }) => `${token},${school ?? ''}`)].join('\n')}\n`;
}
