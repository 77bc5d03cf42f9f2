import type { Actor } from '#core/origin';

export type Detail = string | number | boolean | null | readonly string[];

/** An act to be recorded. Nothing in it may be personal: people and records are named by their ids. */
export interface AuditEntry {
  /** Absent = whoever the request or command under way comes from. */
  readonly by?: Actor;
  /** What was done, as the permission it needs is called: `balance.attest`. */
  readonly act: string;
  readonly on: {
    readonly kind: string;
    readonly id: string;
    /** Whose record it is; the nation `000000` where it belongs to the installation. */
    readonly area: string;
    readonly unit?: string | undefined;
  };
  readonly result: 'done' | 'refused';
  /** A person's own words, or the code of the refusal. */
  readonly reason?: string | undefined;
  readonly details?: Readonly<Record<string, Detail | undefined>>;
}

/** An entry as it is kept; everything but `mac` is signed by it. */
export interface StoredEntry {
  readonly area_code: string;
  readonly id: string;
  readonly at: Date;
  readonly by_id: string;
  readonly by_kind: string;
  readonly act: string;
  readonly on_kind: string;
  readonly on_id: string;
  readonly unit_id: string;
  readonly result: 'done' | 'refused';
  readonly reason: string;
  readonly details: string;
  readonly channel: string;
  readonly address: string;
  readonly request_id: string;
  readonly key_id: string;
  readonly mac: string;
}

/** A place in the chain. */
export interface Link {
  readonly seq: number;
  readonly entry_area: string;
  readonly entry_id: string;
  readonly key_id: string;
  readonly mac: string;
}

/** How far the chain reached when it was last written down outside the database. */
export interface Head {
  readonly seq: number;
  readonly mac: string;
}

export const entryColumns = [
  'area_code',
  'id',
  'at',
  'by_id',
  'by_kind',
  'act',
  'on_kind',
  'on_id',
  'unit_id',
  'result',
  'reason',
  'details',
  'channel',
  'address',
  'request_id',
  'key_id',
  'mac',
] as const satisfies readonly (keyof StoredEntry)[];

/** The installation has one chain, whatever areas it serves. */
export const chainOf = '000000';
