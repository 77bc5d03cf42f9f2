import { inScope, type Scope } from '#core/access';
import type { Session } from '#core/db';
import type { AnswerValue } from '#standards';
import { errors } from './errors.ts';

export interface Survey {
  readonly area: string;
  readonly id: string;
  readonly instrument: string;
  readonly version: string;
  readonly title: string;
  readonly opensOn: string;
  readonly closesOn: string;
  /** Residents of the area, from which the wanted number of answers follows; null = not known. */
  readonly residents: number | null;
  readonly openedBy: string;
  readonly openedAt: Date;
}

export interface SurveyKey {
  readonly area: string;
  readonly survey: string;
}

/** The answers of one anonymous respondent, by item. */
export type ResponseAnswers = Readonly<Record<string, AnswerValue>>;

interface SurveyRow {
  readonly county_code: string;
  readonly id: string;
  readonly instrument: string;
  readonly version: string;
  readonly title: string;
  readonly opens_on: string;
  readonly closes_on: string;
  readonly residents: number | null;
  readonly opened_by: string;
  readonly opened_at: Date;
}

const columns = 'county_code, id, instrument, version, title, opens_on, closes_on, residents, opened_by, opened_at';

export async function insertSurvey(session: Session, survey: Survey): Promise<void> {
  await session.query(`INSERT INTO survey (${columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, [
    survey.area,
    survey.id,
    survey.instrument,
    survey.version,
    survey.title,
    survey.opensOn,
    survey.closesOn,
    survey.residents,
    survey.openedBy,
    survey.openedAt,
  ]);
}

/** @throws DomainError `instruments.surveyNotFound` */
export async function findSurvey(session: Session, { area, survey }: SurveyKey): Promise<Survey> {
  const [row] = await session.query<SurveyRow>(`SELECT ${columns} FROM survey WHERE county_code = $1 AND id = $2`, [
    area,
    survey,
  ]);
  if (row === undefined) throw errors.surveyNotFound({ survey });
  return surveyOf(row);
}

/** Newest first, of the scope only. */
export async function listSurveys(session: Session, scope: Scope, area?: string): Promise<readonly Survey[]> {
  let query = session
    .tables<{ survey: SurveyRow }>()
    .selectFrom('survey')
    .selectAll()
    .where(inScope(scope, { county: 'county_code' }))
    .orderBy('id', 'desc')
    .limit(200);
  if (area !== undefined) query = query.where('county_code', '=', area);
  return (await query.execute()).map(surveyOf);
}

export interface Way {
  readonly codeSha256: string;
  readonly respondent: string;
  readonly label: string;
  readonly uses: number;
  readonly madeOn: string;
}

export async function insertWays(session: Session, { area, survey }: SurveyKey, ways: readonly Way[]): Promise<void> {
  await session.copyIn(
    {
      table: 'survey_way',
      columns: ['county_code', 'survey_id', 'code_sha256', 'respondent', 'label', 'uses_left', 'made_on'],
    },
    ways.map(({ codeSha256, respondent, label, uses, madeOn }) => [
      area,
      survey,
      codeSha256,
      respondent,
      label,
      uses,
      madeOn,
    ]),
  );
}

export interface WayCount {
  readonly respondent: string;
  readonly label: string;
  readonly codes: number;
  readonly usesLeft: number;
}

export async function countWays(session: Session, { area, survey }: SurveyKey): Promise<readonly WayCount[]> {
  const rows = await session.query<{ respondent: string; label: string; codes: number; uses_left: number }>(
    `SELECT respondent, label, count(*)::int AS codes, sum(uses_left)::int AS uses_left FROM survey_way
     WHERE county_code = $1 AND survey_id = $2 GROUP BY respondent, label ORDER BY respondent, label`,
    [area, survey],
  );
  return rows.map(({ uses_left, ...rest }) => ({ ...rest, usesLeft: uses_left }));
}

/** Whom a code lets in; undefined where it is unknown or used up. */
export async function respondentOfWay(
  session: Session,
  { area, survey }: SurveyKey,
  codeSha256: string,
): Promise<string | undefined> {
  const [row] = await session.query<{ respondent: string }>(
    `SELECT respondent FROM survey_way
     WHERE county_code = $1 AND survey_id = $2 AND code_sha256 = $3 AND uses_left > 0`,
    [area, survey, codeSha256],
  );
  return row?.respondent;
}

/** Uses a code once. Says whom it let in; undefined where it is unknown or used up. */
export async function spendWay(
  session: Session,
  { area, survey }: SurveyKey,
  codeSha256: string,
): Promise<string | undefined> {
  const [row] = await session.query<{ respondent: string }>(
    `UPDATE survey_way SET uses_left = uses_left - 1
     WHERE county_code = $1 AND survey_id = $2 AND code_sha256 = $3 AND uses_left > 0 RETURNING respondent`,
    [area, survey, codeSha256],
  );
  return row?.respondent;
}

export async function hasResponse(session: Session, { area, survey }: SurveyKey, id: string): Promise<boolean> {
  const rows = await session.query(
    'SELECT id FROM survey_response WHERE county_code = $1 AND survey_id = $2 AND id = $3',
    [area, survey, id],
  );
  return rows.length > 0;
}

export async function insertResponse(
  session: Session,
  { area, survey }: SurveyKey,
  given: { readonly id: string; readonly respondent: string; readonly on: string; readonly answers: ResponseAnswers },
): Promise<void> {
  await session.query(
    `INSERT INTO survey_response (county_code, survey_id, id, respondent, answered_on, answers)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [area, survey, given.id, given.respondent, given.on, JSON.stringify(given.answers)],
  );
}

export function readResponses(
  session: Session,
  { area, survey }: SurveyKey,
): Promise<readonly { readonly respondent: string; readonly answers: ResponseAnswers }[]> {
  return session.query(
    'SELECT respondent, answers FROM survey_response WHERE county_code = $1 AND survey_id = $2 ORDER BY id',
    [area, survey],
  );
}

function surveyOf(row: SurveyRow): Survey {
  return {
    area: row.county_code,
    id: row.id,
    instrument: row.instrument,
    version: row.version,
    title: row.title,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    residents: row.residents,
    openedBy: row.opened_by,
    openedAt: row.opened_at,
  };
}
