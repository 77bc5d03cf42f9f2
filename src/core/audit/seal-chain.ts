import type { Database, Session } from '#core/db';
import { chainOf, entryColumns, type Head, type Link, type StoredEntry } from './model.ts';
import type { Signer } from './signer.ts';

/** Any constant will do: whoever lengthens the chain waits for the one before. */
const chainLock = 5_190_427;
const linksAtOnce = 2_000;

/** What the first link follows. */
export const chainStart: Head = { seq: 0, mac: '' };

/**
 * Gives entries that wait for it their place in the chain.
 *
 * @remarks An entry without a true signature gets no place; `verifyChain` names it.
 * @returns how many got one, and the chain's last link
 */
export async function sealChain(database: Database, signer: Signer): Promise<{ sealed: number; head: Head }> {
  let sealed = 0;
  for (;;) {
    const { count, seen, head } = await database.transaction((session) => sealSome(session, signer));
    sealed += count;
    if (count === 0 || seen < linksAtOnce) return { sealed, head };
  }
}

async function sealSome(session: Session, signer: Signer): Promise<{ count: number; seen: number; head: Head }> {
  await session.query('SELECT pg_advisory_xact_lock($1)', [chainLock]);
  const waiting = await session.query<StoredEntry>(
    `SELECT ${entryColumns.map((column) => `e.${column}`).join(', ')} FROM audit_pending p
     JOIN audit_entry e ON e.area_code = p.area_code AND e.id = p.id ORDER BY p.id, p.area_code LIMIT ${linksAtOnce}`,
  );
  let head = await readHead(session);
  const links: Link[] = [];
  for (const entry of waiting.filter((each) => signer.isEntry(each))) {
    const unsigned = {
      seq: head.seq + 1,
      entry_area: entry.area_code,
      entry_id: entry.id,
      key_id: signer.keyId,
    };
    const link = { ...unsigned, mac: signer.linkMac(head.mac, unsigned, entry.mac) };
    links.push(link);
    head = link;
  }
  if (links.length > 0) await insertLinks(session, links);
  return { count: links.length, seen: waiting.length, head };
}

async function insertLinks(session: Session, links: readonly Link[]): Promise<void> {
  const areas = links.map(({ entry_area }) => entry_area);
  const ids = links.map(({ entry_id }) => entry_id);
  await session.query(
    `INSERT INTO audit_link (area_code, seq, entry_area, entry_id, key_id, mac)
     SELECT '${chainOf}', s.seq, s.area, s.id, s.key, s.mac
     FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[]) AS s(seq, area, id, key, mac)`,
    [links.map(({ seq }) => seq), areas, ids, links.map(({ key_id }) => key_id), links.map(({ mac }) => mac)],
  );
  await session.query(
    `DELETE FROM audit_pending p USING unnest($1::text[], $2::text[]) AS s(area, id)
     WHERE p.area_code = s.area AND p.id = s.id`,
    [areas, ids],
  );
}

/** The last link of the chain. */
export async function readHead(session: Session): Promise<Head> {
  const [last] = await session.query<Head>(
    `SELECT seq, mac FROM audit_link WHERE area_code = '${chainOf}' ORDER BY seq DESC LIMIT 1`,
  );
  return last ?? chainStart;
}

/** The signature of one place in the chain. */
export async function macAt(session: Session, seq: number): Promise<string | undefined> {
  if (seq === 0) return chainStart.mac;
  const [link] = await session.query<{ mac: string }>(
    `SELECT mac FROM audit_link WHERE area_code = '${chainOf}' AND seq = $1`,
    [seq],
  );
  return link?.mac;
}
