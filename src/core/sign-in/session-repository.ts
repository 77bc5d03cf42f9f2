import type { PersonRef } from '#core/access';
import type { Session } from '#core/db';
import { newId } from '#core/ids';
import { type From, type SessionRow, type SignInWay, signInArea } from './model.ts';
import { hashToken, newToken } from './second-factor.ts';

const deviceLength = 120;
const columns = 'token_hash, id, person_area, person_id, way, address, device, begun_at, seen_at';

/** Begins a session and answers its token, which is kept nowhere. */
export async function beginSession(
  session: Session,
  { area, person }: PersonRef,
  way: SignInWay,
  { address, device, at }: From,
): Promise<string> {
  const token = newToken();
  await session.query(
    `INSERT INTO sign_in_session (area_code, token_hash, id, person_area, person_id, way, address, device, begun_at, seen_at)
     VALUES ('${signInArea}', $1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    [hashToken(token), newId(at), area, person, way, address, device.slice(0, deviceLength), at],
  );
  return token;
}

export async function findSession(session: Session, token: string): Promise<SessionRow | undefined> {
  const [row] = await session.query<SessionRow>(
    `SELECT ${columns} FROM sign_in_session WHERE area_code = '${signInArea}' AND token_hash = $1 AND ended_at IS NULL`,
    [hashToken(token)],
  );
  return row;
}

export async function touchSession(session: Session, tokenHash: string, at: Date): Promise<void> {
  await session.query(
    `UPDATE sign_in_session SET seen_at = $2 WHERE area_code = '${signInArea}' AND token_hash = $1 AND seen_at < $2`,
    [tokenHash, at],
  );
}

/** Newest first. */
export function openSessions(session: Session, { area, person }: PersonRef): Promise<readonly SessionRow[]> {
  return session.query<SessionRow>(
    `SELECT ${columns} FROM sign_in_session
     WHERE area_code = '${signInArea}' AND person_area = $1 AND person_id = $2 AND ended_at IS NULL ORDER BY id DESC`,
    [area, person],
  );
}

/** Ends a person's sessions: one, all, or all but one. Answers how many. */
export async function endSessions(
  session: Session,
  { area, person }: PersonRef,
  which: { readonly only?: string; readonly except?: string },
  at: Date,
): Promise<number> {
  const ended = await session.query(
    `UPDATE sign_in_session SET ended_at = $3 WHERE area_code = '${signInArea}' AND person_area = $1 AND person_id = $2
       AND ended_at IS NULL AND ($4::text IS NULL OR id = $4) AND ($5::text IS NULL OR id <> $5) RETURNING id`,
    [area, person, at, which.only ?? null, which.except ?? null],
  );
  return ended.length;
}
