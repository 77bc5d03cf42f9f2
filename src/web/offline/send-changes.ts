import type { ChangeBody, SheetView } from '#contracts/instruments';
import { call, RefusedRequest, UnreachableServer } from '#web/api';
import type { KeptChange } from './change-list.ts';
import {
  allChanges,
  changesOf,
  dropChanges,
  keepSheet,
  keptPhoto,
  keptSheet,
  markRefused,
  markSent,
  markUploaded,
} from './device-store.ts';
import { photoId } from './photo-name.ts';

/** How far sending came. `person`: what waits was written by somebody else than who is signed in. */
export type Sent = 'done' | 'offline' | 'signIn' | 'person' | 'refused';

/** The most changes in one request. */
const batch = 100;

/**
 * Sends what waits for one sheet, in the order written. Safe to call at any time and from several tabs; sending twice is sending once.
 *
 * @remarks Each change is marked as sent before it goes, so that whatever happens to the acknowledgement, the next writing follows it.
 */
export async function sendChanges(area: string, sheet: string): Promise<Sent> {
  return navigator.locks.request(`junheng-send ${area}/${sheet}`, async () => {
    for (;;) {
      const waiting = (await changesOf(area, sheet)).filter(({ fault }) => fault === null).slice(0, batch);
      if (waiting.length === 0) return 'done';
      const sent = await sendBatch(area, sheet, waiting);
      if (sent !== 'done') return sent;
    }
  });
}

/** Sends what waits for every sheet. */
export async function sendEverything(): Promise<void> {
  const sheets = new Map((await allChanges()).map(({ area, sheet }) => [`${area}/${sheet}`, { area, sheet }]));
  for (const { area, sheet } of sheets.values()) await sendChanges(area, sheet);
}

async function sendBatch(area: string, sheet: string, waiting: readonly KeptChange[]): Promise<Sent> {
  const person = waiting[0]?.person ?? '';
  try {
    const mine = await markSent(waiting.filter((change) => change.person === person));
    const ready = await Promise.all(mine.map(async (change) => ({ ...change, files: await uploadPhotos(change) })));
    const { outcomes, opened } = await call('instruments.sync', {
      params: { area, sheet },
      body: { writer: person, changes: ready.map(bodyOf) },
    });
    const refused = outcomes.filter(({ outcome }) => outcome === 'refused');
    const taken = outcomes.filter(({ outcome }) => outcome !== 'refused');
    // What the server took is shown from its own answer before it leaves this device.
    await keepSheet(opened, new Date().toISOString());
    await dropChanges(taken.map(({ id }) => id));
    await markRefused(new Map(refused.map(({ id, fault }) => [id, fault ?? 'refused'])));
    return 'done';
  } catch (error) {
    return whyNot(error);
  }
}

function bodyOf({ id, item, base, follows, settles, value, note, files, writtenAt }: KeptChange): ChangeBody {
  return {
    id,
    item,
    base,
    ...(follows === null ? {} : { follows }),
    ...(settles === null ? {} : { settles }),
    value: typeof value === 'object' && value !== null ? [...value] : value,
    note,
    files: [...files],
    writtenAt,
  };
}

/** Photos go first; a change names them as the server keeps them. */
async function uploadPhotos({ area, sheet, files }: KeptChange): Promise<readonly string[]> {
  const uploaded: string[] = [];
  for (const name of files) {
    const id = photoId(name);
    const photo = id === null ? undefined : await keptPhoto(id);
    if (id === null) uploaded.push(name);
    else if (photo?.file !== undefined) uploaded.push(photo.file);
    else if (photo?.blob) {
      const form = new FormData();
      form.append('takenAt', photo.takenAt);
      form.append('file', photo.blob, photo.name);
      const { file } = await call('instruments.photo', { params: { area, sheet }, form });
      await markUploaded(id, file);
      uploaded.push(file);
    }
  }
  return uploaded;
}

function whyNot(error: unknown): Sent {
  if (error instanceof UnreachableServer) return 'offline';
  if (!(error instanceof RefusedRequest)) throw error;
  if (error.problem.code === 'instruments.otherWriter') return 'person';
  return error.problem.status === 401 ? 'signIn' : 'refused';
}

/** The sheet from the server, kept here for when there is none; undefined where the server cannot be reached. */
export async function fetchSheet(area: string, sheet: string): Promise<SheetView | undefined> {
  try {
    const view = await call('instruments.sheet', { params: { area, sheet } });
    await keepSheet(view, new Date().toISOString());
    return view;
  } catch (error) {
    if (error instanceof UnreachableServer && (await keptSheet(area, sheet)) !== undefined) return undefined;
    throw error;
  }
}
