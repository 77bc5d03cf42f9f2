import type { Session } from '#core/db';
import type { Message } from './model.ts';

export interface OutboxRow {
  readonly county_code: string;
  readonly id: string;
  readonly channel: string;
  readonly person: string | null;
  readonly message: Message;
  readonly attempts: number;
}

export interface NewOutboxRow extends Omit<OutboxRow, 'attempts'> {
  /** Put twice under one key, it leaves once. */
  readonly key: string;
}

/** Minutes until the second attempt; each further wait is twice as long, up to six hours. */
const firstWaitMinutes = 1;
const longestWaitMinutes = 360;
/** About two days. */
const mostAttempts = 14;
/** A sender that has not come back by then was killed. */
const sendingMinutes = 10;

export async function insertOutgoing(session: Session, row: NewOutboxRow, at: Date): Promise<void> {
  await session.query(
    `INSERT INTO notice_outbox (county_code, id, channel, person, message, state, attempts, next_at, fault, message_key)
     VALUES ($1, $2, $3, $4, $5, 'waiting', 0, $6, '', $7)
     ON CONFLICT (county_code, message_key) DO NOTHING`,
    [row.county_code, row.id, row.channel, row.person, JSON.stringify(row.message), at, row.key],
  );
}

/** Takes messages that are due, so that no other process sends them meanwhile. */
export function takeDue(session: Session, at: Date, limit: number): Promise<readonly OutboxRow[]> {
  return session.query<OutboxRow>(
    `UPDATE notice_outbox SET state = 'sending', next_at = $2, attempts = attempts + 1
     WHERE (county_code, id) IN (
       SELECT county_code, id FROM notice_outbox WHERE state IN ('waiting', 'sending') AND next_at <= $1
       ORDER BY next_at, id LIMIT $3 FOR UPDATE SKIP LOCKED)
     RETURNING county_code, id, channel, person, message, attempts`,
    [at, new Date(at.getTime() + sendingMinutes * 60_000), limit],
  );
}

export async function markSent(session: Session, { county_code, id }: OutboxRow, at: Date): Promise<void> {
  await session.query(
    "UPDATE notice_outbox SET state = 'sent', sent_at = $3, fault = '' WHERE county_code = $1 AND id = $2",
    [county_code, id, at],
  );
}

/** Keeps a message for another attempt, or gives it up. @returns when it is tried again */
export async function markFailed(
  session: Session,
  { county_code, id, attempts }: OutboxRow,
  fault: { readonly code: string; readonly isFinal: boolean },
  at: Date,
): Promise<Date | null> {
  const isOver = fault.isFinal || attempts >= mostAttempts;
  const next = new Date(at.getTime() + waitMinutes(attempts) * 60_000);
  await session.query(
    'UPDATE notice_outbox SET state = $3, next_at = $4, fault = $5 WHERE county_code = $1 AND id = $2',
    [county_code, id, isOver ? 'failed' : 'waiting', next, fault.code],
  );
  return isOver ? null : next;
}

/** Nobody to send it to. */
export async function markDropped(session: Session, { county_code, id }: OutboxRow): Promise<void> {
  await session.query("UPDATE notice_outbox SET state = 'dropped' WHERE county_code = $1 AND id = $2", [
    county_code,
    id,
  ]);
}

/** How long to wait after so many attempts. */
export function waitMinutes(attempts: number): number {
  return Math.min(firstWaitMinutes * 2 ** (attempts - 1), longestWaitMinutes);
}
