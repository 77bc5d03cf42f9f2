import type { SignIn } from '#core/sign-in';
import type { Cases } from '#engines/cases';
import type { Contact, DigestSource } from '#engines/notices';

type Told = { readonly phone: string | null; readonly email: string | null };

/** What a person told of themselves, by the names of the channels. */
export function contactOf({ phone, email }: Told): Contact {
  return {
    language: 'zh-CN',
    addresses: { ...(email === null ? {} : { email }), ...(phone === null ? {} : { sms: phone }) },
  };
}

/** Everybody who told how they are reached, with what waits for them. */
export function digestSource(signIn: SignIn, cases: Cases, now: () => Date): DigestSource {
  return {
    async *people() {
      for await (const { principal, contacts } of signIn.eachReachable(now())) {
        yield { principal, contact: contactOf(contacts) };
      }
    },
    async tasks(by) {
      const counted = await cases.count(by);
      const sum = (of: 'waiting' | 'overdue') => counted.reduce((total, each) => total + each[of], 0);
      return { waiting: sum('waiting'), overdue: sum('overdue') };
    },
  };
}
