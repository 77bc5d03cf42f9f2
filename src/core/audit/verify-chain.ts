import type { Session } from '#core/db';
import { chainOf, entryColumns, type Head, type Link, type StoredEntry } from './model.ts';
import { chainStart, macAt } from './seal-chain.ts';
import type { Seals } from './seals.ts';
import type { Signer } from './signer.ts';

/**
 * What was done to the trail:
 * `edited` an entry's content is not what was signed · `deleted` an entry of the chain is gone · `inserted` an entry that we never
 * signed · `unlinked` a true entry was taken out of the chain · `reordered` a link does not follow the one before · `cut` the chain
 * ends, or differs, before a place that was sealed outside · `seal` a seal outside is missing or not ours · `state` the switch of the
 * trail is not as the trail says.
 */
export type FaultKind = 'edited' | 'deleted' | 'inserted' | 'unlinked' | 'reordered' | 'cut' | 'seal' | 'state';

export interface Fault {
  readonly kind: FaultKind;
  /** Place in the chain. */
  readonly seq: number | null;
  /** Id of the entry, where it can still be known. */
  readonly entry: string | null;
  readonly area: string | null;
  readonly act: string | null;
  readonly at: string | null;
}

export interface ChainVerification {
  readonly holds: boolean;
  readonly entries: number;
  /** True entries that have no place in the chain yet. */
  readonly waiting: number;
  readonly isOn: boolean;
  readonly faults: readonly Fault[];
  /** When the database was last put back from a backup, where the trail says so. */
  readonly restoredAt: string | null;
}

const atOnce = 2_000;
/** More would not be read by anyone. */
const faultLimit = 1_000;

type JoinedRow = Link & { readonly [Column in keyof StoredEntry as `e_${Column}`]: StoredEntry[Column] | null };

/** Walks the whole chain and everything beside it. Reads only; cost grows with the entries. */
export async function verifyChain(
  session: Session,
  signer: Signer,
  seals: Seals,
  onProgress: (entries: number) => void = () => {},
): Promise<ChainVerification> {
  const faults: Fault[] = [];
  const tell = (fault: Fault): void => {
    if (faults.length < faultLimit) faults.push(fault);
  };
  const head = await seals.head();
  const lines = await seals.lines();
  const { entries, last } = await walkChain(session, signer, tell, onProgress);
  await compareSeals(session, { head, lines, last, entries }, tell);
  const waiting = await findOutsiders(session, signer, tell);
  const isOn = await compareState(session, tell);
  const restored = lines[0]?.kind === 'restored' ? lines[0].at : null;
  return { holds: faults.length === 0, entries, waiting, isOn, faults, restoredAt: restored };
}

type Tell = (fault: Fault) => void;

async function walkChain(
  session: Session,
  signer: Signer,
  tell: Tell,
  onProgress: (entries: number) => void,
): Promise<{ entries: number; last: Head }> {
  let before: Head = chainStart;
  let entries = 0;
  for (;;) {
    const rows = await readLinks(session, before.seq);
    for (const row of rows) {
      for (let seq = before.seq + 1; seq < row.seq; seq += 1) tell(faultOf('deleted', { seq }));
      const isNext = row.seq === before.seq + 1;
      checkLink(row, isNext ? before.mac : undefined, signer, tell);
      before = { seq: row.seq, mac: row.mac };
      entries += 1;
    }
    onProgress(entries);
    if (rows.length < atOnce) return { entries, last: before };
  }
}

function readLinks(session: Session, after: number): Promise<readonly JoinedRow[]> {
  return session.query<JoinedRow>(
    `SELECT l.seq, l.entry_area, l.entry_id, l.key_id, l.mac, ${entryColumns.map((column) => `e.${column} AS e_${column}`).join(', ')}
     FROM audit_link l LEFT JOIN audit_entry e ON e.area_code = l.entry_area AND e.id = l.entry_id
     WHERE l.area_code = '${chainOf}' AND l.seq > $1 ORDER BY l.seq LIMIT ${atOnce}`,
    [after],
  );
}

/** @param before the signature of the link before, where that link is still there */
function checkLink(row: JoinedRow, before: string | undefined, signer: Signer, tell: Tell): void {
  const { seq, entry_area, entry_id, key_id, mac } = row;
  const entry = entryOf(row);
  const named = { seq, entry: entry_id, area: entry_area, act: entry?.act ?? null, at: entry?.at ?? null };
  if (entry === undefined) tell(faultOf('deleted', named));
  else if (!isTrue(() => signer.isEntry(entry))) tell(faultOf('edited', named));
  else if (before !== undefined) {
    const link = { seq, entry_area, entry_id, key_id, mac };
    if (!isTrue(() => signer.isLink(before, link, entry.mac))) tell(faultOf('reordered', named));
  }
}

/** A key id that was tampered with names no key: the signature is not true, whatever it says. */
function isTrue(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}

function entryOf(row: JoinedRow): StoredEntry | undefined {
  if (row.e_id === null) return undefined;
  return Object.fromEntries(entryColumns.map((column) => [column, row[`e_${column}`]])) as unknown as StoredEntry;
}

async function compareSeals(
  session: Session,
  found: {
    readonly head: Head | undefined;
    readonly lines: readonly (Head & { readonly isTrue: boolean; readonly at: string })[];
    readonly last: Head;
    readonly entries: number;
  },
  tell: Tell,
): Promise<void> {
  const { head, lines, last } = found;
  if (head === undefined) {
    if (last.seq > 0) tell(faultOf('seal', {}));
  } else if (head.seq < 0) tell(faultOf('seal', {}));
  else {
    for (let seq = last.seq + 1; seq <= head.seq; seq += 1) tell(faultOf('cut', { seq }));
    if (head.seq <= last.seq && (await macAt(session, head.seq)) !== head.mac) tell(faultOf('cut', { seq: head.seq }));
  }
  for (const line of lines) {
    if (!line.isTrue) tell(faultOf('seal', { at: line.at }));
    else if (line.seq <= last.seq && (await macAt(session, line.seq)) !== line.mac) {
      tell(faultOf('cut', { seq: line.seq, at: line.at }));
    }
  }
}

/** Entries that stand in no chain: those waiting for their place, and those that should not be there. */
async function findOutsiders(session: Session, signer: Signer, tell: Tell): Promise<number> {
  const rows = await session.query<StoredEntry & { waits: boolean }>(
    `SELECT ${entryColumns.map((column) => `e.${column}`).join(', ')}, p.id IS NOT NULL AS waits FROM audit_entry e
     LEFT JOIN audit_pending p ON p.area_code = e.area_code AND p.id = e.id
     WHERE NOT EXISTS (SELECT 1 FROM audit_link l
       WHERE l.area_code = '${chainOf}' AND l.entry_area = e.area_code AND l.entry_id = e.id)
     ORDER BY e.id`,
  );
  let waiting = 0;
  for (const row of rows) {
    const named = { entry: row.id, area: row.area_code, act: row.act, at: row.at };
    if (!isTrue(() => signer.isEntry(row))) tell(faultOf('inserted', named));
    else if (row.waits) waiting += 1;
    else tell(faultOf('unlinked', named));
  }
  const lost = await session.query<{ area_code: string; id: string }>(
    `SELECT p.area_code, p.id FROM audit_pending p
     WHERE NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.area_code = p.area_code AND e.id = p.id) ORDER BY p.id`,
  );
  for (const { area_code, id } of lost) tell(faultOf('deleted', { entry: id, area: area_code }));
  return waiting;
}

async function compareState(session: Session, tell: Tell): Promise<boolean> {
  const [state] = await session.query<{ is_on: boolean }>(
    `SELECT is_on FROM audit_state WHERE area_code = '${chainOf}'`,
  );
  const [last] = await session.query<{ act: string; at: Date; id: string }>(
    `SELECT act, at, id FROM audit_entry WHERE area_code = '${chainOf}' AND act IN ('audit.stop', 'audit.start')
     ORDER BY id DESC LIMIT 1`,
  );
  const isOn = state?.is_on ?? true;
  if (isOn !== (last?.act !== 'audit.stop')) {
    tell(faultOf('state', { entry: last?.id ?? null, act: last?.act ?? null, at: last?.at ?? null }));
  }
  return isOn;
}

function faultOf(
  kind: FaultKind,
  named: {
    readonly seq?: number;
    readonly entry?: string | null;
    readonly area?: string;
    readonly act?: string | null;
    readonly at?: Date | string | null;
  },
): Fault {
  const at = named.at ?? null;
  return {
    kind,
    seq: named.seq ?? null,
    entry: named.entry ?? null,
    area: named.area ?? null,
    act: named.act ?? null,
    at: at instanceof Date ? at.toISOString() : at,
  };
}
