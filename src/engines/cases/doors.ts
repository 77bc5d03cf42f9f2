import type { Principal } from '#core/access';
import type { Session } from '#core/db';

/** The trail of acts, as cases write it. */
export interface CaseAudit {
  append(
    session: Session,
    entry: {
      readonly by?: Principal;
      readonly act: string;
      readonly on: {
        readonly kind: string;
        readonly id: string;
        readonly area: string;
        readonly unit?: string | undefined;
      };
      readonly result: 'done';
      readonly details?: Readonly<Record<string, string | number | undefined>>;
    },
  ): Promise<void>;
}

/** How people are called, by id; who is not there is shown by the id. */
export interface People {
  namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
