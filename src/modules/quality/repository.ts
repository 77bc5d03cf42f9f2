import { inScope, type Scope } from '#core/access';
import type { Session } from '#core/db';
import { qualityErrors } from './errors.ts';
import type { Evaluation, Round } from './model.ts';

interface RoundRow {
  readonly county_code: string;
  readonly id: string;
  readonly instrument: string;
  readonly title: string;
  readonly school_year: number;
  readonly self_due_on: string;
  readonly opened_by: string;
  readonly opened_at: Date;
}

interface EvaluationRow {
  readonly county_code: string;
  readonly round_id: string;
  readonly unit_id: string;
  readonly case_id: string;
  readonly self_sheet: string;
  readonly external_sheet: string | null;
  readonly state: string;
}

interface Tables {
  readonly quality_round: RoundRow;
  readonly quality_evaluation: EvaluationRow;
}

export async function insertRound(session: Session, round: Round): Promise<void> {
  await session.query(
    `INSERT INTO quality_round (county_code, id, instrument, title, school_year, self_due_on, opened_by, opened_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      round.area,
      round.id,
      round.instrument,
      round.title,
      round.schoolYear,
      round.selfDueOn,
      round.openedBy,
      round.openedAt,
    ],
  );
}

/** @throws DomainError `quality.roundNotFound` */
export async function findRound(session: Session, area: string, id: string): Promise<Round> {
  const [row] = await session.query<RoundRow>('SELECT * FROM quality_round WHERE county_code = $1 AND id = $2', [
    area,
    id,
  ]);
  if (row === undefined) throw qualityErrors.roundNotFound({ round: id });
  return roundOf(row);
}

/** Newest first: the rounds in which the scope has anything. */
export async function listRounds(
  session: Session,
  scope: Scope,
  counties: readonly string[],
): Promise<readonly (Round & { readonly states: Readonly<Record<string, number>> })[]> {
  const counted = await session
    .tables<Tables>()
    .selectFrom('quality_evaluation')
    .select(({ fn }) => ['county_code', 'round_id', 'state', fn.countAll<number>().as('count')])
    .where(inScope(scope, { county: 'county_code', unit: 'unit_id' }))
    .where('county_code', 'in', [...counties])
    .groupBy(['county_code', 'round_id', 'state'])
    .execute();
  const states = new Map<string, Record<string, number>>();
  for (const { county_code, round_id, state, count } of counted) {
    const key = `${county_code} ${round_id}`;
    states.set(key, { ...states.get(key), [state]: count });
  }
  const rows = await session.query<RoundRow>(
    'SELECT * FROM quality_round WHERE county_code = ANY ($1::text[]) ORDER BY id DESC LIMIT 500',
    [counties],
  );
  return rows.flatMap((row) => {
    const found = states.get(`${row.county_code} ${row.id}`);
    return found === undefined ? [] : [{ ...roundOf(row), states: found }];
  });
}

export async function insertEvaluation(session: Session, evaluation: Evaluation): Promise<void> {
  await session.query(
    `INSERT INTO quality_evaluation (county_code, round_id, unit_id, case_id, self_sheet, external_sheet, state)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      evaluation.area,
      evaluation.round,
      evaluation.unit,
      evaluation.case,
      evaluation.selfSheet,
      evaluation.externalSheet,
      evaluation.state,
    ],
  );
}

/** The evaluations of a round, as far as the scope goes. */
export async function listEvaluations(
  session: Session,
  scope: Scope,
  area: string,
  round: string,
): Promise<readonly Evaluation[]> {
  const rows = await session
    .tables<Tables>()
    .selectFrom('quality_evaluation')
    .selectAll()
    .where(inScope(scope, { county: 'county_code', unit: 'unit_id' }))
    .where('county_code', '=', area)
    .where('round_id', '=', round)
    .orderBy('unit_id')
    .execute();
  return rows.map(evaluationOf);
}

/** @throws DomainError `quality.evaluationNotFound` */
export async function findEvaluation(
  session: Session,
  area: string,
  by: { readonly round: string; readonly unit: string } | { readonly case: string },
): Promise<Evaluation> {
  const [row] = await ('case' in by
    ? session.query<EvaluationRow>('SELECT * FROM quality_evaluation WHERE county_code = $1 AND case_id = $2', [
        area,
        by.case,
      ])
    : session.query<EvaluationRow>(
        'SELECT * FROM quality_evaluation WHERE county_code = $1 AND round_id = $2 AND unit_id = $3',
        [area, by.round, by.unit],
      ));
  if (row === undefined) throw qualityErrors.evaluationNotFound({ unit: 'unit' in by ? by.unit : by.case });
  return evaluationOf(row);
}

/** The school's evaluation by the same instrument in the round before this one. */
export async function findEarlier(
  session: Session,
  { area, unit, round }: Evaluation,
  instrument: string,
): Promise<Evaluation | undefined> {
  const [row] = await session.query<EvaluationRow>(
    `SELECT e.* FROM quality_evaluation e JOIN quality_round r ON r.county_code = e.county_code AND r.id = e.round_id
     WHERE e.county_code = $1 AND e.unit_id = $2 AND e.round_id < $3 AND r.instrument = $4
     ORDER BY e.round_id DESC LIMIT 1`,
    [area, unit, round, instrument],
  );
  return row === undefined ? undefined : evaluationOf(row);
}

export async function updateEvaluation(
  session: Session,
  { area, round, unit }: Evaluation,
  change: { readonly state: string; readonly externalSheet: string | null },
): Promise<void> {
  await session.query(
    `UPDATE quality_evaluation SET state = $4, external_sheet = $5
     WHERE county_code = $1 AND round_id = $2 AND unit_id = $3`,
    [area, round, unit, change.state, change.externalSheet],
  );
}

function roundOf(row: RoundRow): Round {
  return {
    area: row.county_code,
    id: row.id,
    instrument: row.instrument,
    title: row.title,
    schoolYear: row.school_year,
    selfDueOn: row.self_due_on,
    openedBy: row.opened_by,
    openedAt: row.opened_at,
  };
}

function evaluationOf(row: EvaluationRow): Evaluation {
  return {
    area: row.county_code,
    round: row.round_id,
    unit: row.unit_id,
    case: row.case_id,
    selfSheet: row.self_sheet,
    externalSheet: row.external_sheet,
    state: row.state,
  };
}
