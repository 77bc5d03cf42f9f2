import type { Session } from '#core/db';
import type { FormStage, FormState, RequestFields } from './contract.ts';
import type { AskedForm } from './model.ts';

export interface FormRow {
  readonly area_code: string;
  readonly id: string;
  readonly title: string;
  readonly office: string;
  readonly basis: string;
  readonly why: string;
  readonly frequency: RequestFields['frequency'];
  readonly stages: readonly FormStage[];
  readonly minutes: number;
  readonly from_on: string;
  readonly until_on: string;
  readonly ended_on: string | null;
  readonly state: Exclude<FormState, 'ready'>;
  readonly fields: RequestFields['fields'];
  readonly requested_by: string;
  readonly requested_at: Date;
}

/** Requested forms of these areas, newest first. */
export function listForms(session: Session, areas: readonly string[]): Promise<readonly FormRow[]> {
  return session.query<FormRow>('SELECT * FROM collection_form WHERE area_code = ANY ($1::text[]) ORDER BY id DESC', [
    areas,
  ]);
}

export async function findForm(session: Session, area: string, id: string): Promise<FormRow | undefined> {
  const [row] = await session.query<FormRow>('SELECT * FROM collection_form WHERE area_code = $1 AND id = $2', [
    area,
    id,
  ]);
  return row;
}

/** Writes a request, or what is asked in its place. */
export async function putForm(session: Session, row: Omit<FormRow, 'ended_on' | 'state'>): Promise<void> {
  await session.query(
    `INSERT INTO collection_form (area_code, id, title, office, basis, why, frequency, stages, minutes, from_on, until_on,
       state, fields, requested_by, requested_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text[], $9, $10, $11, 'review', $12, $13, $14)
     ON CONFLICT (area_code, id) DO UPDATE SET office = excluded.office, basis = excluded.basis, why = excluded.why,
       frequency = excluded.frequency, stages = excluded.stages, minutes = excluded.minutes, from_on = excluded.from_on,
       until_on = excluded.until_on, state = excluded.state, fields = excluded.fields`,
    [
      row.area_code,
      row.id,
      row.title,
      row.office,
      row.basis,
      row.why,
      row.frequency,
      row.stages,
      row.minutes,
      row.from_on,
      row.until_on,
      JSON.stringify(row.fields),
      row.requested_by,
      row.requested_at,
    ],
  );
}

export async function moveForm(
  session: Session,
  area: string,
  id: string,
  {
    state,
    fromOn,
    untilOn,
    endedOn,
  }: {
    readonly state: string;
    readonly fromOn?: string;
    readonly untilOn?: string;
    readonly endedOn?: string;
  },
): Promise<void> {
  await session.query(
    `UPDATE collection_form SET state = $3, from_on = coalesce($4::date, from_on), until_on = coalesce($5::date, until_on),
       ended_on = coalesce($6::date, ended_on)
     WHERE area_code = $1 AND id = $2`,
    [area, id, state, fromOn ?? null, untilOn ?? null, endedOn ?? null],
  );
}

/** A requested form as the register holds it. */
export function formOf(row: FormRow): AskedForm {
  const said = (words: string) => ({ zh: words, en: words });
  return {
    id: row.id,
    area: row.area_code,
    origin: 'registered',
    title: said(row.title),
    office: row.office,
    basis: said(row.basis),
    why: row.why,
    note: null,
    askedOf: 'schools',
    stages: row.stages,
    frequency: row.frequency,
    minutes: row.minutes,
    minutesAre: 'declared',
    fields: row.fields.map(({ name, source }) => ({ name: said(name), source })),
    state: row.state,
    fromOn: row.from_on,
    untilOn: row.until_on,
    endedOn: row.ended_on,
    case: `${row.area_code}-${row.id}`,
  };
}
