import type { Session } from '#core/db';
import type { Detail, StoredEntry } from './model.ts';

export interface EntryFilter {
  /** Id of the person. */
  readonly by?: string | undefined;
  /** The act, or how it begins: `balance` finds `balance.attest`. */
  readonly act?: string | undefined;
  /** Prefixes of area codes; an entry of any of them is shown. */
  readonly areas: readonly string[];
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly result?: 'done' | 'refused' | undefined;
  /** Id of the record. */
  readonly on?: string | undefined;
  /** Entries before this id. */
  readonly before?: string | undefined;
  readonly limit: number;
}

export interface ListedEntry {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly byKind: string;
  readonly act: string;
  readonly on: { readonly kind: string; readonly id: string; readonly area: string; readonly unit: string };
  readonly result: 'done' | 'refused';
  readonly reason: string;
  readonly details: Readonly<Record<string, Detail>>;
  readonly channel: string;
  readonly address: string;
  readonly requestId: string;
}

/** Entries that fit the filter, newest first. */
export async function listEntries(session: Session, filter: EntryFilter): Promise<readonly ListedEntry[]> {
  const rows = await session.query<StoredEntry>(
    `SELECT area_code, id, at, by_id, by_kind, act, on_kind, on_id, unit_id, result, reason, details, channel, address, request_id
     FROM audit_entry
     WHERE ($1::text IS NULL OR by_id = $1) AND ($2::text IS NULL OR act LIKE $2)
       AND area_code LIKE ANY ($3::text[])
       AND ($4::timestamptz IS NULL OR at >= $4) AND ($5::timestamptz IS NULL OR at < $5)
       AND ($6::text IS NULL OR result = $6) AND ($7::text IS NULL OR on_id = $7) AND ($8::text IS NULL OR id < $8)
     ORDER BY id DESC LIMIT $9`,
    [
      filter.by ?? null,
      filter.act === undefined ? null : `${likeText(filter.act)}%`,
      filter.areas.map((prefix) => `${likeText(prefix)}%`),
      filter.from ?? null,
      filter.to ?? null,
      filter.result ?? null,
      filter.on ?? null,
      filter.before ?? null,
      filter.limit,
    ],
  );
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    by: row.by_id,
    byKind: row.by_kind,
    act: row.act,
    on: { kind: row.on_kind, id: row.on_id, area: row.area_code, unit: row.unit_id },
    result: row.result,
    reason: row.reason,
    details: JSON.parse(row.details) as Readonly<Record<string, Detail>>,
    channel: row.channel,
    address: row.address,
    requestId: row.request_id,
  }));
}

function likeText(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}
