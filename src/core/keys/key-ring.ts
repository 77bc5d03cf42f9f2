import { randomBytes } from 'node:crypto';
import { newId } from '#core/ids';
import { errors } from './errors.ts';
import { type Key, type KeyPurpose, keyPurposes } from './key.ts';
import { readKeys, writeKey } from './key-files.ts';

/** The keys of this installation, kept apart from its database. */
export interface KeyRing {
  /** The newest key of a purpose: what is protected from now on is protected with it. */
  current(purpose: KeyPurpose): Key;
  /** @throws DomainError `keys.keyMissing` */
  byId(id: string): Key;
  /** Makes a newer key of a purpose; the older ones stay, for what they protect. */
  add(purpose: KeyPurpose, at: Date): Key;
  list(): readonly Key[];
}

/**
 * Opens the keys in a folder, making the first of each purpose.
 *
 * @remarks Files are readable by their owner only. A key that another process added is found when it is first needed.
 * @throws DomainError `keys.keyRefused`
 */
export function openKeyRing(folder: string, now: () => Date): KeyRing {
  return ringOver({
    read: () => readKeys(folder),
    write: (key, at) => writeKey(folder, key, at),
    now,
  });
}

/** Keys that end with the process, for a database that does; a thread of it is given the same. */
export function memoryKeyRing(now: () => Date, given: readonly Key[] = []): KeyRing {
  return ringOver({ read: () => given, write: () => {}, now });
}

function ringOver(store: {
  readonly read: () => readonly Key[];
  readonly write: (key: Key, at: Date) => void;
  readonly now: () => Date;
}): KeyRing {
  const keys = new Map<string, Key>();
  const reread = (): void => {
    for (const key of store.read()) keys.set(key.id, key);
  };
  const newest = (purpose: KeyPurpose): Key | undefined =>
    [...keys.values()]
      .filter((key) => key.purpose === purpose)
      .sort((a, b) => (a.id < b.id ? 1 : -1))
      .at(0);
  const add = (purpose: KeyPurpose, at: Date): Key => {
    const key = { id: newId(at), purpose, secret: new Uint8Array(randomBytes(32)) };
    store.write(key, at);
    keys.set(key.id, key);
    return key;
  };
  reread();
  for (const purpose of keyPurposes) if (newest(purpose) === undefined) add(purpose, store.now());
  return {
    current: (purpose) => newest(purpose) as Key,
    byId(id) {
      if (!keys.has(id)) reread();
      const key = keys.get(id);
      if (key === undefined) throw errors.keyMissing({ key: id });
      return key;
    },
    add,
    list: () => [...keys.values()],
  };
}
