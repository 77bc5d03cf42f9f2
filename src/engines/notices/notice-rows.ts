import { type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '#core/calendar';
import type { Session } from '#core/db';
import type { NewNotice, Notice } from './model.ts';

interface NoticeRow {
  readonly county_code: string;
  readonly id: string;
  readonly area_code: string;
  readonly unit_id: string | null;
  readonly kind: string;
  readonly text_zh: string;
  readonly text_en: string;
  readonly about_kind: string | null;
  readonly about_id: string | null;
  readonly due_on: PlainDate | null;
  readonly at: Date;
  readonly read_at: Date | null;
}

/** Adds a notice; false where one with its key is there. */
export async function insertNotice(session: Session, id: string, notice: NewNotice, at: Date): Promise<boolean> {
  const rows = await session.query(
    `INSERT INTO notice (county_code, id, area_code, unit_id, person, permission, kind, text_zh, text_en, about_kind, about_id,
       due_on, at, notice_key)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT (county_code, notice_key) DO NOTHING RETURNING id`,
    [
      notice.area.slice(0, 6),
      id,
      notice.area,
      notice.unit ?? null,
      'person' in notice.to ? notice.to.person : null,
      'permission' in notice.to ? notice.to.permission : null,
      notice.kind,
      notice.text.zh,
      notice.text.en,
      notice.about?.kind ?? null,
      notice.about?.id ?? null,
      notice.dueOn ?? null,
      at,
      notice.key,
    ],
  );
  return rows.length === 1;
}

export async function listNotices(
  session: Session,
  person: string,
  isForThem: RawBuilder<boolean>,
  {
    isUnread,
    before,
    limit,
  }: { readonly isUnread: boolean; readonly before: string | undefined; readonly limit: number },
): Promise<readonly Notice[]> {
  const asked = sql<NoticeRow>`SELECT notice.county_code, id, area_code, unit_id, kind, text_zh, text_en, about_kind, about_id, due_on, at, read_at
    FROM notice LEFT JOIN notice_receipt receipt
      ON receipt.county_code = notice.county_code AND receipt.notice_id = notice.id AND receipt.person = ${person}
    WHERE ${isForThem} AND (${!isUnread} OR read_at IS NULL) AND (${before ?? null}::text IS NULL OR id < ${before ?? null})
    ORDER BY id DESC LIMIT ${limit}`;
  const { rows } = await asked.execute(session.tables());
  return rows.map((row) => ({
    county: row.county_code,
    id: row.id,
    area: row.area_code,
    unit: row.unit_id,
    kind: row.kind,
    text: { zh: row.text_zh, en: row.text_en },
    about: row.about_kind === null || row.about_id === null ? null : { kind: row.about_kind, id: row.about_id },
    dueOn: row.due_on,
    at: row.at,
    readAt: row.read_at,
  }));
}

export async function countUnread(session: Session, person: string, isForThem: RawBuilder<boolean>): Promise<number> {
  const asked = sql<{ count: number }>`SELECT count(*)::int AS count FROM notice
    WHERE ${isForThem} AND NOT EXISTS (SELECT 1 FROM notice_receipt receipt
      WHERE receipt.county_code = notice.county_code AND receipt.notice_id = notice.id AND receipt.person = ${person})`;
  return (await asked.execute(session.tables())).rows[0]?.count ?? 0;
}

export async function findNotice(
  session: Session,
  county: string,
  id: string,
  isForThem: RawBuilder<boolean>,
): Promise<boolean> {
  const asked = sql`SELECT 1 FROM notice WHERE notice.county_code = ${county} AND id = ${id} AND ${isForThem}`;
  return (await asked.execute(session.tables())).rows.length === 1;
}

/** The first reading counts. */
export async function insertReceipt(
  session: Session,
  county: string,
  id: string,
  person: string,
  at: Date,
): Promise<void> {
  await session.query(
    `INSERT INTO notice_receipt (county_code, notice_id, person, read_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (county_code, notice_id, person) DO NOTHING`,
    [county, id, person, at],
  );
}

export function listReceipts(
  session: Session,
  county: string,
  id: string,
): Promise<readonly { readonly person: string; readonly readAt: Date }[]> {
  return session.query(
    `SELECT person, read_at AS "readAt" FROM notice_receipt WHERE county_code = $1 AND notice_id = $2 ORDER BY read_at, person`,
    [county, id],
  );
}
