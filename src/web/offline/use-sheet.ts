import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { SheetView } from '#contracts/instruments';
import { type KeptChange, layOver, makeChange, type ShownAnswer, type Written } from './change-list.ts';
import { changesOf, dropChanges, keptSheet, writeChange } from './device-store.ts';
import { fetchSheet, type Sent, sendChanges } from './send-changes.ts';

export interface SheetState {
  readonly view: SheetView | undefined;
  /** When this device last had the sheet from the server. */
  readonly keptAt: string | undefined;
  readonly error: unknown;
  readonly answers: ReadonlyMap<string, ShownAnswer>;
  readonly waiting: readonly KeptChange[];
  /** How the last sending went; undefined before the first. */
  readonly sent: Sent | undefined;
  readonly isSending: boolean;
  readonly write: (written: Written) => Promise<void>;
  /** Lays the refused change of an item aside. */
  readonly forget: (item: string) => Promise<void>;
  readonly send: () => Promise<unknown>;
  /** Takes a newer state that the server answered with. */
  readonly reload: () => Promise<void>;
}

/** Typing pauses this long before it is sent. */
const pauseMs = 600;
const againMs = 30_000;
/** Not every browser says when the network is back. */
const againOfflineMs = 4_000;

/** A sheet that can be read and written with and without a network; what is written stands on the device before it is sent. */
export function useSheet(area: string, sheet: string): SheetState {
  const [kept, setKept] = useState<{ view: SheetView; keptAt: string }>();
  const [waiting, setWaiting] = useState<readonly KeptChange[]>([]);
  /** Written and on the way to this device's store; a field must not jump back for the moment that takes. */
  const [drafts, setDrafts] = useState<ReadonlyMap<string, ShownAnswer>>(new Map());
  const [error, setError] = useState<unknown>();
  const [sent, setSent] = useState<Sent>();
  const [sending, setSending] = useReducer((count: number, change: number) => count + change, 0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = useCallback(async () => {
    const [found, changes] = await Promise.all([keptSheet(area, sheet), changesOf(area, sheet)]);
    if (found !== undefined) setKept({ view: found.view, keptAt: found.keptAt });
    setWaiting(changes);
    return found;
  }, [area, sheet]);

  const send = useCallback(async () => {
    let outcome: Sent | undefined;
    setSending(1);
    try {
      outcome = await sendChanges(area, sheet);
      setSent(outcome);
    } catch (failed) {
      setError(failed);
    } finally {
      setSending(-1);
      await show();
    }
    return outcome;
  }, [area, sheet, show]);

  const reload = useCallback(async () => {
    const outcome = await send();
    try {
      const fetched = await fetchSheet(area, sheet);
      setSent(fetched === undefined ? 'offline' : 'done');
      // The network came back between the two: what waits goes now, not at the next look.
      if (fetched !== undefined && outcome === 'offline') await send();
      setError(undefined);
    } catch (failed) {
      setError(failed);
    }
    await show();
  }, [area, sheet, show, send]);

  useEffect(() => {
    const begin = async () => {
      await show();
      await reload();
    };
    const begun = setTimeout(() => void begin(), 0);
    return () => {
      clearTimeout(begun);
      clearTimeout(timer.current);
    };
  }, [show, reload]);

  const isOffline = sent === 'offline';
  useEffect(() => {
    const again = () => {
      if (document.visibilityState === 'visible') void (isOffline ? reload() : send());
    };
    const timed = setInterval(again, isOffline ? againOfflineMs : againMs);
    window.addEventListener('online', again);
    document.addEventListener('visibilitychange', again);
    return () => {
      clearInterval(timed);
      window.removeEventListener('online', again);
      document.removeEventListener('visibilitychange', again);
    };
  }, [isOffline, send, reload]);

  const write = useCallback(
    async (written: Written) => {
      const draft: ShownAnswer = { value: written.value, note: written.note, files: written.files, state: 'kept' };
      setDrafts((before) => new Map(before).set(written.item, draft));
      await writeChange(area, sheet, ({ person, view }, changes) => {
        const standing = view.answers.find(({ item }) => item === written.item);
        const order = Math.max(0, ...changes.map((change) => change.order)) + 1;
        const made = { id: crypto.randomUUID(), order, at: new Date().toISOString() };
        return makeChange({ person, area, sheet }, written, changes, standing, made);
      });
      setWaiting(await changesOf(area, sheet));
      setDrafts((before) => {
        const left = new Map(before);
        if (left.get(written.item) === draft) left.delete(written.item);
        return left;
      });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), pauseMs);
    },
    [area, sheet, send],
  );

  const forget = useCallback(
    async (item: string) => {
      const changes = await changesOf(area, sheet);
      await dropChanges(changes.filter((change) => change.item === item && change.fault !== null).map(({ id }) => id));
      setWaiting(await changesOf(area, sheet));
    },
    [area, sheet],
  );

  const answers = useMemo(
    () => new Map([...layOver(kept?.view.answers ?? [], waiting), ...drafts]),
    [kept, waiting, drafts],
  );
  return {
    view: kept?.view,
    keptAt: kept?.keptAt,
    error: kept === undefined ? error : undefined,
    answers,
    waiting,
    sent,
    isSending: sending > 0,
    write,
    forget,
    send,
    reload,
  };
}
