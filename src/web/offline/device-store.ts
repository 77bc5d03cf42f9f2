import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { SheetView } from '#contracts/instruments';
import type { KeptChange } from './change-list.ts';

/** A sheet as it was when this device last reached the server. */
export interface KeptSheet {
  readonly key: string;
  readonly person: string;
  readonly view: SheetView;
  readonly keptAt: string;
}

interface KeptPhoto {
  readonly id: string;
  readonly blob: Blob | null;
  readonly name: string;
  readonly takenAt: string;
  /** The server keeps it under this name; the picture itself is gone from here. */
  readonly file?: string;
}

interface Device extends DBSchema {
  sheets: { key: string; value: KeptSheet };
  changes: { key: string; value: KeptChange; indexes: { bySheet: [string, string] } };
  photos: { key: string; value: KeptPhoto };
}

let opened: Promise<IDBPDatabase<Device>> | undefined;

/** The device's own database. It outlives the tab and the browser's restart, until somebody signs out. */
function device(): Promise<IDBPDatabase<Device>> {
  opened ??= openDB<Device>('junheng-device', 1, {
    upgrade(database) {
      database.createObjectStore('sheets', { keyPath: 'key' });
      database.createObjectStore('changes', { keyPath: 'id' }).createIndex('bySheet', ['area', 'sheet']);
      database.createObjectStore('photos', { keyPath: 'id' });
    },
    // Another tab wants to wipe or upgrade; without this it would wait for ever.
    blocking: () => void closeDevice(),
    terminated: () => {
      opened = undefined;
    },
  });
  return opened;
}

async function closeDevice(): Promise<void> {
  const closing = opened;
  opened = undefined;
  (await closing)?.close();
}

export const sheetKey = (area: string, sheet: string): string => `${area}/${sheet}`;

export async function keepSheet(view: SheetView, keptAt: string): Promise<void> {
  const key = sheetKey(view.sheet.area, view.sheet.id);
  await (await device()).put('sheets', { key, person: view.reader, view, keptAt });
}

export async function keptSheet(area: string, sheet: string): Promise<KeptSheet | undefined> {
  return (await device()).get('sheets', sheetKey(area, sheet));
}

export async function keptSheets(): Promise<readonly KeptSheet[]> {
  return (await device()).getAll('sheets');
}

/**
 * Lays down what a person wrote, knowing what already waits; nothing can be sent or marked in between.
 *
 * @param make answers the change to keep; a refused change to the same item makes way for it
 */
export async function writeChange(
  area: string,
  sheet: string,
  make: (kept: KeptSheet, waiting: readonly KeptChange[]) => KeptChange,
): Promise<void> {
  const transaction = (await device()).transaction(['sheets', 'changes'], 'readwrite');
  const changes = transaction.objectStore('changes');
  const kept = await transaction.objectStore('sheets').get(sheetKey(area, sheet));
  const waiting = await changes.index('bySheet').getAll([area, sheet]);
  if (kept !== undefined) {
    const change = make(kept, waiting);
    for (const { id, item, fault } of waiting) {
      if (item === change.item && fault !== null) await changes.delete(id);
    }
    await changes.put(change);
  }
  await transaction.done;
}

/** In the order written. */
export async function changesOf(area: string, sheet: string): Promise<readonly KeptChange[]> {
  const found = await (await device()).getAllFromIndex('changes', 'bySheet', [area, sheet]);
  return found.toSorted((a, b) => a.order - b.order);
}

export async function allChanges(): Promise<readonly KeptChange[]> {
  const found = await (await device()).getAll('changes');
  return found.toSorted((a, b) => a.order - b.order);
}

export async function dropChanges(ids: readonly string[]): Promise<void> {
  const transaction = (await device()).transaction('changes', 'readwrite');
  await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
}

/**
 * Marks changes as sent and answers them as they stand: from now on what a person writes follows them and no longer takes their place.
 * One that was written over since it was read is left for the next time.
 */
export async function markSent(read: readonly KeptChange[]): Promise<readonly KeptChange[]> {
  const transaction = (await device()).transaction('changes', 'readwrite');
  const marked: KeptChange[] = [];
  for (const change of read) {
    const now = await transaction.store.get(change.id);
    if (now === undefined || now.writtenAt !== change.writtenAt) continue;
    const sent = { ...now, sent: true };
    await transaction.store.put(sent);
    marked.push(sent);
  }
  await transaction.done;
  return marked;
}

/** Keeps why the server refused a change, beside what was written. */
export async function markRefused(faults: ReadonlyMap<string, string>): Promise<void> {
  const transaction = (await device()).transaction('changes', 'readwrite');
  for (const [id, fault] of faults) {
    const now = await transaction.store.get(id);
    if (now !== undefined) await transaction.store.put({ ...now, fault });
  }
  await transaction.done;
}

export async function keepPhoto(photo: KeptPhoto): Promise<void> {
  await (await device()).put('photos', photo);
}

export async function keptPhoto(id: string): Promise<KeptPhoto | undefined> {
  return (await device()).get('photos', id);
}

/** The server has the photo: its name stays, for writings that still speak of the photo here. */
export async function markUploaded(id: string, file: string): Promise<void> {
  const transaction = (await device()).transaction('photos', 'readwrite');
  const photo = await transaction.store.get(id);
  if (photo !== undefined) await transaction.store.put({ ...photo, blob: null, file });
  await transaction.done;
}

/** Forgets everything kept here: at sign-out. */
export async function wipeDevice(): Promise<void> {
  const database = await device();
  const transaction = database.transaction(['sheets', 'changes', 'photos'], 'readwrite');
  await Promise.all([
    transaction.objectStore('sheets').clear(),
    transaction.objectStore('changes').clear(),
    transaction.objectStore('photos').clear(),
    transaction.done,
  ]);
}

/** How much a person would lose by signing out now. */
export async function countUnsent(): Promise<number> {
  return (await device()).count('changes');
}
