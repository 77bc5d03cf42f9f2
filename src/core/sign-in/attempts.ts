import { errors } from './errors.ts';
import type { SignInPolicy } from './policy.ts';

/** Counts attempts by address, whichever account they try. Kept in memory: a restart forgives. */
export interface Attempts {
  /** @throws DomainError `signIn.tooMany` */
  count(address: string, at: Date): void;
}

export function openAttempts({ failures }: SignInPolicy): Attempts {
  const windowMs = failures.perAddressMinutes * 60_000;
  const made = new Map<string, number[]>();
  return {
    count(address, at) {
      const now = at.getTime();
      for (const [known, times] of made) if ((times.at(-1) ?? 0) <= now - windowMs) made.delete(known);
      const recent = (made.get(address) ?? []).filter((time) => time > now - windowMs);
      if (recent.length >= failures.perAddress) throw errors.tooMany({ minutes: failures.perAddressMinutes });
      made.set(address, [...recent, now]);
    },
  };
}
