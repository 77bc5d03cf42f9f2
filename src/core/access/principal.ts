import type { PlainDate } from '#core/calendar';

/** One role held in one place: an area with everything below it, or one school of it. */
export interface Grant {
  readonly role: string;
  /** A county where `unit` is given. */
  readonly area: string;
  readonly unit?: string | undefined;
  /** Absent = every stage. */
  readonly stages?: readonly string[] | undefined;
  /** First and last day; absent = open. */
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
  /** How it came about; absent = granted. */
  readonly source?: 'granted' | 'emergency' | 'delegated' | undefined;
}

/** Who acts. */
export interface Principal {
  readonly id: string;
  readonly name: string;
  /** `trial`: anybody on this machine before there is an administrator; `operator`: who runs the process; `system`: nobody. */
  readonly kind: 'person' | 'trial' | 'operator' | 'system';
  readonly grants: readonly Grant[];
  /** The area in which a person is registered: with the id it finds them again. */
  readonly registeredIn?: string | undefined;
  /** Where the first page opens. */
  readonly home?: { readonly area: string; readonly unit?: string | undefined } | undefined;
}

/** What an act is about. */
export interface Target {
  readonly area: string;
  readonly unit?: string | undefined;
  readonly stage?: string | undefined;
}
