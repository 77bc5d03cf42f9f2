import type { PersonRef } from '#core/access';
import type { Session } from '#core/db';
import { errors } from './errors.ts';
import { type LinkRow, signInArea } from './model.ts';
import { hashToken, newToken } from './second-factor.ts';

export interface NewLink {
  readonly kind: LinkRow['kind'];
  readonly role?: string;
  readonly person?: PersonRef;
  readonly by: string;
  readonly at: Date;
  readonly minutes: number;
}

/** Makes a link that works once; those before it for the same purpose stop working. Answers its token. */
export async function makeLink(session: Session, { kind, role, person, by, at, minutes }: NewLink): Promise<string> {
  const token = newToken();
  const purpose = [kind, role ?? null, person?.area ?? null, person?.person ?? null];
  await session.query(
    `UPDATE sign_in_link SET expires_at = $5 WHERE area_code = '${signInArea}' AND used_at IS NULL AND kind = $1
       AND role IS NOT DISTINCT FROM $2 AND person_area IS NOT DISTINCT FROM $3 AND person_id IS NOT DISTINCT FROM $4`,
    [...purpose, at],
  );
  await session.query(
    `INSERT INTO sign_in_link (area_code, token_hash, kind, role, person_area, person_id, made_by, made_at, expires_at)
     VALUES ('${signInArea}', $1, $2, $3, $4, $5, $6, $7, $8)`,
    [hashToken(token), ...purpose, by, at, new Date(at.getTime() + minutes * 60_000)],
  );
  return token;
}

/** What a link is for, where it still works. */
export async function findLink(session: Session, token: string, at: Date): Promise<LinkRow | undefined> {
  const [row] = await session.query<LinkRow>(
    `SELECT token_hash, kind, role, person_area, person_id FROM sign_in_link
     WHERE area_code = '${signInArea}' AND token_hash = $1 AND used_at IS NULL AND expires_at > $2`,
    [hashToken(token), at],
  );
  return row;
}

/** Uses a link up; of two at once one gets it. @throws DomainError `signIn.linkRefused` */
export async function useLink(session: Session, token: string, at: Date): Promise<LinkRow> {
  const [row] = await session.query<LinkRow>(
    `UPDATE sign_in_link SET used_at = $2
     WHERE area_code = '${signInArea}' AND token_hash = $1 AND used_at IS NULL AND expires_at > $2
     RETURNING token_hash, kind, role, person_area, person_id`,
    [hashToken(token), at],
  );
  if (row === undefined) throw errors.linkRefused();
  return row;
}
