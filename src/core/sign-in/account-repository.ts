import type { PersonRef } from '#core/access';
import type { Session } from '#core/db';
import { type AccountRow, signInArea } from './model.ts';

const columns = `area_code, person_id, login, password, password_at, earlier_passwords, totp, totp_is_on, totp_step, recovery_codes,
  phone, email, failures, waits_until, made_at, ended_at`;

/** @param lock nobody else changes the account until the transaction ends */
export async function findAccount(
  session: Session,
  { area, person }: PersonRef,
  lock = false,
): Promise<AccountRow | undefined> {
  const [row] = await session.query<AccountRow>(
    `SELECT ${columns} FROM sign_in_account WHERE area_code = $1 AND person_id = $2 AND ended_at IS NULL${lock ? ' FOR UPDATE' : ''}`,
    [area, person],
  );
  return row;
}

export async function findLogin(session: Session, login: string): Promise<PersonRef | undefined> {
  const [row] = await session.query<{ area: string; person: string }>(
    `SELECT person_area AS area, person_id AS person FROM sign_in_login WHERE area_code = '${signInArea}' AND login = $1`,
    [loginForm(login)],
  );
  return row;
}

/** Makes the account and takes the login; answers false where another person has it. */
export async function insertAccount(
  session: Session,
  { area, person }: PersonRef,
  login: string,
  at: Date,
): Promise<boolean> {
  const taken = await session.query(
    `INSERT INTO sign_in_login (area_code, login, person_area, person_id) VALUES ('${signInArea}', $1, $2, $3)
     ON CONFLICT (area_code, login) DO NOTHING RETURNING login`,
    [loginForm(login), area, person],
  );
  if (taken.length === 0) return false;
  await session.query('INSERT INTO sign_in_account (area_code, person_id, login, made_at) VALUES ($1, $2, $3, $4)', [
    area,
    person,
    login.trim(),
    at,
  ]);
  return true;
}

type Changes = Partial<Omit<AccountRow, 'area_code' | 'person_id' | 'login' | 'made_at'>>;

export async function updateAccount(session: Session, { area, person }: PersonRef, changes: Changes): Promise<void> {
  const names = Object.keys(changes) as (keyof Changes)[];
  const sets = names.map((name, index) => `${name} = $${index + 3}`).join(', ');
  await session.query(`UPDATE sign_in_account SET ${sets} WHERE area_code = $1 AND person_id = $2`, [
    area,
    person,
    ...names.map((name) => changes[name]),
  ]);
}

/** Names are compared without regard to case and width. */
function loginForm(login: string): string {
  return login.trim().normalize('NFKC').toLowerCase();
}
