import type { Gate, Principal, Target } from '#core/access';
import type { Audit } from '#core/audit';
import type { WorkingCalendar } from '#core/calendar';
import type { Database, Session } from '#core/db';
import type { KindDeclaration } from './declaration.ts';
import type { People } from './doors.ts';
import type { KindLibrary } from './kind-library.ts';
import type { CaseAction, CaseRef, DerivedCase } from './model.ts';

import type { Tell } from './tell-people.ts';

/** What an effect is told; it writes through the session, in the act's own transaction, and may refuse the act by throwing. */
export interface EffectContext {
  readonly session: Session;
  readonly ref: CaseRef;
  readonly kind: KindDeclaration;
  readonly action: CaseAction;
  /** null where the case was just opened. */
  readonly before: DerivedCase | null;
  readonly after: DerivedCase;
  readonly by: Principal;
}

export type Effect = (context: EffectContext) => Promise<void>;

export interface CasesParts {
  readonly database: Database;
  readonly gate: Gate;
  readonly audit: Pick<Audit, 'append'>;
  readonly calendar: WorkingCalendar;
  readonly now: () => Date;
  readonly people?: People | undefined;
  /** Binds a file that goes with an action to its case, in the act's transaction; refuses one that is not there. */
  readonly keepFile?: ((session: Session, file: string, about: string) => Promise<void>) | undefined;
  /** Puts the notices that follow from actions. */
  readonly tell?: Tell | undefined;
}

/** What the use cases share. */
export interface Tools extends CasesParts {
  readonly library: KindLibrary<Effect>;
}

export function placeOf({ area, unit }: { readonly area: string; readonly unit: string | null }): Target {
  return { area, unit: unit ?? undefined };
}

/** A person's name, or the id where none is known. */
export async function nameOf(people: People | undefined, id: string): Promise<string> {
  return (await people?.namesOf([id]))?.get(id) ?? id;
}
