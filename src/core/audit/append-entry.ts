import type { Session } from '#core/db';
import { newId } from '#core/ids';
import { redact } from '#core/log';
import { currentOrigin } from '#core/origin';
import { type AuditEntry, chainOf, entryColumns, type StoredEntry } from './model.ts';
import type { Signer } from './signer.ts';

const reasonLength = 500;
const insert = `WITH kept AS (
  INSERT INTO audit_entry (${entryColumns.join(', ')})
  SELECT ${entryColumns.map((column, index) => `$${index + 1}::${column === 'at' ? 'timestamptz' : 'text'}`).join(', ')}
  WHERE $${entryColumns.length + 1}::boolean OR COALESCE((SELECT is_on FROM audit_state WHERE area_code = '${chainOf}'), true)
  RETURNING area_code, id)
  INSERT INTO audit_pending (area_code, id) SELECT area_code, id FROM kept`;

/**
 * Writes an entry in the session's transaction, so that act and record stand or fall together.
 *
 * @param isForced also while the trail is stopped, for the acts that stop and start it
 */
export async function appendEntry(
  session: Session,
  signer: Signer,
  entry: AuditEntry,
  at: Date,
  isForced = false,
): Promise<void> {
  const stored = storedOf(entry, at, signer);
  await session.query(insert, [...entryColumns.map((column) => stored[column]), isForced]);
}

function storedOf({ by, act, on, result, reason, details }: AuditEntry, at: Date, signer: Signer): StoredEntry {
  const origin = currentOrigin();
  const actor = by ?? origin.actor ?? { id: 'system', kind: 'system' };
  const unsigned = {
    area_code: on.area,
    id: newId(at),
    at,
    by_id: actor.id,
    by_kind: actor.kind,
    act,
    on_kind: on.kind,
    on_id: on.id,
    unit_id: on.unit ?? '',
    result,
    // People type what they like: numbers of persons are taken out here as in the log.
    reason: String(redact((reason ?? '').slice(0, reasonLength))),
    details: JSON.stringify(redact(details ?? {})),
    channel: origin.channel,
    address: origin.address ?? '',
    request_id: origin.requestId ?? '',
    key_id: signer.keyId,
  };
  return { ...unsigned, mac: signer.entryMac(unsigned) };
}
