import type { PersonRef, Principal } from '#core/access';
import { definePersonal } from '#core/personal';

export interface AccountRow {
  readonly area_code: string;
  readonly person_id: string;
  readonly login: string;
  readonly password: string | null;
  readonly password_at: Date | null;
  readonly earlier_passwords: readonly string[];
  readonly totp: string | null;
  readonly totp_is_on: boolean;
  readonly totp_step: number;
  readonly recovery_codes: readonly string[];
  readonly phone: string | null;
  readonly email: string | null;
  readonly failures: number;
  readonly waits_until: Date | null;
  readonly made_at: Date;
  readonly ended_at: Date | null;
}

export interface SessionRow {
  readonly token_hash: string;
  readonly id: string;
  readonly person_area: string;
  readonly person_id: string;
  readonly way: SignInWay;
  readonly address: string;
  readonly device: string;
  readonly begun_at: Date;
  readonly seen_at: Date;
}

export interface LinkRow {
  readonly token_hash: string;
  readonly kind: 'first' | 'invite' | 'reset';
  readonly role: string | null;
  readonly person_area: string | null;
  readonly person_id: string | null;
}

export type SignInWay = 'password' | 'oidc' | 'link';

/** From where somebody signs in. */
export interface From {
  readonly address: string;
  /** What the browser calls itself, cut short. */
  readonly device: string;
  readonly at: Date;
}

export interface SignedIn {
  /** For the browser's cookie; only its hash is kept. */
  readonly token: string;
  readonly person: PersonRef;
}

/** Who a request's session belongs to. */
export interface Identified {
  readonly principal: Principal;
  readonly session: string;
  readonly person: PersonRef;
  /** The password has expired or was set by another: nothing may be done but change it. */
  readonly mustChangePassword: boolean;
}

export const accountFields = definePersonal({
  table: 'sign_in_account',
  key: ['area_code', 'person_id'],
  endedColumn: 'ended_at',
  fields: {
    phone: {
      kind: 'phone',
      column: 'phone',
      purpose: { zh: '通知与找回账号', en: 'notices, and getting an account back' },
      keptYears: 0,
    },
    email: {
      kind: 'email',
      column: 'email',
      purpose: { zh: '通知与找回账号', en: 'notices, and getting an account back' },
      keptYears: 0,
    },
    totp: {
      kind: 'secret',
      column: 'totp',
      purpose: { zh: '登录的动态验证码', en: 'the code of the second proof' },
      keptYears: 0,
    },
  },
});

/** Tables that are looked up before anybody knows whose a row is lie together here. */
export const signInArea = '000000';
