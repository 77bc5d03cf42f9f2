import { findPerson, hadAdministrator, loadPrincipal, type Principal, trialPrincipal } from '#core/access';
import type { Database } from '#core/db';
import type { Cookies } from '#core/http';
import { requirePerson } from './administer.ts';
import { errors } from './errors.ts';

const actingCookie = 'junheng-acting';

/** The time before there is an administrator: anybody on this machine may do everything, also as an invented person. */
export interface Trial {
  isOn(): Promise<boolean>;
  /** Who acts in a trial; undefined when it is over. */
  principal(cookie: (name: string) => string | undefined, at: Date): Promise<Principal | undefined>;
  /** @throws DomainError `people.noTrial` */
  requireOn(): Promise<void>;
  /** @throws DomainError `people.noTrial`, `people.personNotFound` */
  act(cookies: Cookies, ref: { readonly area: string; readonly person: string }, at: Date): Promise<Principal>;
  stop(cookies: Cookies): void;
}

export function openTrial(database: Database): Trial {
  // A trial that has ended never begins again.
  let isOver = false;
  const trial: Trial = {
    async isOn() {
      isOver ||= await hadAdministrator(database);
      return !isOver;
    },
    async requireOn() {
      if (!(await trial.isOn())) throw errors.noTrial();
    },
    async principal(cookie, at) {
      if (!(await trial.isOn())) return undefined;
      const [area, person] = (cookie(actingCookie) ?? '').split('/');
      if (!area || !person) return trialPrincipal;
      const ref = { area, person };
      return (await isInvented(database, ref))
        ? ((await loadPrincipal(database, ref, at)) ?? trialPrincipal)
        : trialPrincipal;
    },
    async act(cookies, ref, at) {
      await trial.requireOn();
      const principal = (await requirePerson(database, ref)).invented
        ? await loadPrincipal(database, ref, at)
        : undefined;
      if (principal === undefined) throw errors.personNotFound();
      cookies.set(actingCookie, `${ref.area}/${ref.person}`);
      return principal;
    },
    stop: (cookies) => cookies.clear(actingCookie),
  };
  return trial;
}

async function isInvented(
  database: Database,
  ref: { readonly area: string; readonly person: string },
): Promise<boolean> {
  return (await findPerson(database, ref))?.invented === true;
}
