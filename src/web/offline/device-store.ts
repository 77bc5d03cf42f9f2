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
  readonly blob: Blob;
  readonly name: string;
  readonly takenAt: string;
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

export async function keepChange(change: KeptChange): Promise<void> {
  await (await device()).put('changes', change);
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

/** Puts changed records back, whole or not at all; one that was written over meanwhile keeps the newer text. */
export async function markChanges(marked: readonly KeptChange[]): Promise<void> {
  const transaction = (await device()).transaction('changes', 'readwrite');
  for (const change of marked) {
    const now = await transaction.store.get(change.id);
    if (now !== undefined && now.writtenAt === change.writtenAt) await transaction.store.put(change);
  }
  await transaction.done;
}

export async function keepPhoto(photo: KeptPhoto): Promise<void> {
  await (await device()).put('photos', photo);
}

export async function keptPhoto(id: string): Promise<KeptPhoto | undefined> {
  return (await device()).get('photos', id);
}

export async function dropPhoto(id: string): Promise<void> {
  await (await device()).delete('photos', id);
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
  return (await (await device()).count('changes')) || 0;
}
