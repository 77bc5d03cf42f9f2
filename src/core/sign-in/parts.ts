import type { Audit } from '#core/audit';
import type { Database } from '#core/db';
import type { Personal } from '#core/personal';
import type { Attempts } from './attempts.ts';
import type { SignInPolicy } from './policy.ts';

export interface SignInParts {
  readonly database: Database;
  readonly audit: Audit;
  readonly personal: Personal;
  readonly policy: SignInPolicy;
}

export interface Inner extends SignInParts {
  readonly attempts: Attempts;
  /** A hash of nothing anybody knows, so that an unknown name takes as long as a wrong password. */
  readonly decoy: Promise<string>;
}

const day = 86_400_000;

/** Whether the password is too old, or was never the person's own. */
export function isExpired(passwordAt: Date | null, { password }: SignInPolicy, at: Date): boolean {
  return (
    passwordAt !== null && password.expiryDays > 0 && at.getTime() - passwordAt.getTime() > password.expiryDays * day
  );
}
