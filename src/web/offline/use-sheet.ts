import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { SheetView } from '#contracts/instruments';
import { type KeptChange, layOver, makeChange, type ShownAnswer, type Written } from './change-list.ts';
import { changesOf, dropChanges, keepChange, keptSheet } from './device-store.ts';
import { type Sent, fetchSheet, sendChanges } from './send-changes.ts';

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
  readonly send: () => Promise<void>;
  /** Takes a newer state that the server answered with. */
  readonly reload: () => Promise<void>;
}

/** Typing pauses this long before it is sent. */
const pauseMs = 600;
const againMs = 30_000;

/** A sheet that can be read and written with and without a network; what is written stands on the device before it is sent. */
export function useSheet(area: string, sheet: string): SheetState {
  const [kept, setKept] = useState<{ view: SheetView; keptAt: string }>();
  const [waiting, setWaiting] = useState<readonly KeptChange[]>([]);
  const [error, setError] = useState<unknown>();
  const [sent, setSent] = useState<Sent>();
  const [sending, setSending] = useReducer((count: number, change: number) => count + change, 0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Writings follow one another, so that each sees the one before.
  const writing = useRef(Promise.resolve());

  const show = useCallback(async () => {
    const [found, changes] = await Promise.all([keptSheet(area, sheet), changesOf(area, sheet)]);
    if (found !== undefined) setKept({ view: found.view, keptAt: found.keptAt });
    setWaiting(changes);
    return found;
  }, [area, sheet]);

  const send = useCallback(async () => {
    setSending(1);
    try {
      setSent(await sendChanges(area, sheet));
    } catch (failed) {
      setError(failed);
    } finally {
      setSending(-1);
      await show();
    }
  }, [area, sheet, show]);

  const reload = useCallback(async () => {
    try {
      const fetched = await fetchSheet(area, sheet);
      setSent(fetched === undefined ? 'offline' : 'done');
      setError(undefined);
    } catch (failed) {
      setError(failed);
    }
    await show();
  }, [area, sheet, show]);

  useEffect(() => {
    void show().then(async () => {
      await send();
      await reload();
    });
    const again = () => void send();
    const timed = setInterval(() => {
      if (document.visibilityState === 'visible') again();
    }, againMs);
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timed);
      clearTimeout(timer.current);
    };
  }, [show, send, reload]);

  const write = useCallback(
    (written: Written) => {
      writing.current = writing.current.then(async () => {
        const found = await keptSheet(area, sheet);
        if (found === undefined) return;
        const changes = await changesOf(area, sheet);
        const standing = found.view.answers.find(({ item }) => item === written.item);
        const order = Math.max(0, ...changes.map((change) => change.order)) + 1;
        const made = { id: crypto.randomUUID(), order, at: new Date().toISOString() };
        const change = makeChange({ person: found.person, area, sheet }, written, changes, standing, made);
        const stale = changes.filter(({ item, fault, id }) => item === written.item && fault !== null && id !== change.id);
        await keepChange(change);
        await dropChanges(stale.map(({ id }) => id));
        setWaiting(await changesOf(area, sheet));
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void send(), pauseMs);
      });
      return writing.current;
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

  const answers = useMemo(() => layOver(kept?.view.answers ?? [], waiting), [kept, waiting]);
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
