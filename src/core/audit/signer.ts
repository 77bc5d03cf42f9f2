import { createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey, type Key, type KeyRing } from '#core/keys';
import { entryColumns, type Link, type StoredEntry } from './model.ts';

export type AuditHash = 'sha256' | 'sm3';

/** Signs entries, links and seals with keys kept outside the database; which hash was used stands before each signature. */
export interface Signer {
  readonly keyId: string;
  entryMac(entry: Omit<StoredEntry, 'mac'>): string;
  linkMac(before: string, link: Omit<Link, 'mac'>, entryMac: string): string;
  sealMac(keyId: string, text: string): string;
  isEntry(entry: StoredEntry): boolean;
  isLink(before: string, link: Link, entryMac: string): boolean;
  isSeal(keyId: string, text: string, mac: string): boolean;
}

const signedColumns = entryColumns.filter((column) => column !== 'mac');
const hashes: readonly string[] = ['sha256', 'sm3'] satisfies readonly AuditHash[];

export function createSigner(keys: KeyRing, hash: AuditHash): Signer {
  const derived = new Map<string, Buffer>();
  const secretOf = (key: Key, use: string): Buffer => {
    const name = `${use} ${key.id}`;
    const secret = derived.get(name) ?? deriveKey(key, `audit ${use}`, 32);
    derived.set(name, secret);
    return secret;
  };
  const sign = (keyId: string, use: string, text: string, algorithm: string): string =>
    `${algorithm}:${createHmac(algorithm, secretOf(keys.byId(keyId), use))
      .update(text)
      .digest('base64url')}`;
  const matches = (keyId: string, use: string, text: string, mac: string): boolean => {
    const algorithm = mac.slice(0, mac.indexOf(':'));
    if (!hashes.includes(algorithm)) return false;
    const expected = Buffer.from(sign(keyId, use, text, algorithm));
    const given = Buffer.from(mac);
    return expected.length === given.length && timingSafeEqual(expected, given);
  };
  return {
    get keyId() {
      return keys.current('audit').id;
    },
    entryMac: (entry) => sign(entry.key_id, 'entry', entryText(entry), hash),
    linkMac: (before, link, entryMac) => sign(link.key_id, 'link', linkText(before, link, entryMac), hash),
    sealMac: (keyId, text) => sign(keyId, 'seal', text, hash),
    isEntry: (entry) => matches(entry.key_id, 'entry', entryText(entry), entry.mac),
    isLink: (before, link, entryMac) => matches(link.key_id, 'link', linkText(before, link, entryMac), link.mac),
    isSeal: (keyId, text, mac) => matches(keyId, 'seal', text, mac),
  };
}

/** The signed text: every column in a fixed order, parted so that none can flow into the next. */
function entryText(entry: Omit<StoredEntry, 'mac'>): string {
  return JSON.stringify(signedColumns.map((column) => (column === 'at' ? entry.at.toISOString() : entry[column])));
}

function linkText(before: string, { seq, entry_area, entry_id, key_id }: Omit<Link, 'mac'>, entryMac: string): string {
  return JSON.stringify([before, seq, entry_area, entry_id, key_id, entryMac]);
}
