import { useSyncExternalStore } from 'react';

const storageKey = 'junheng.large-text';
const readers = new Set<() => void>();

function subscribe(changed: () => void): () => void {
  readers.add(changed);
  return () => readers.delete(changed);
}

const isLarge = () => window.localStorage.getItem(storageKey) === 'yes';

function setLarge(large: boolean): void {
  window.localStorage.setItem(storageKey, large ? 'yes' : 'no');
  for (const changed of readers) changed();
}

/** Whether this person reads large text, kept on this device. */
export function useLargeText(): { readonly large: boolean; readonly setLarge: (large: boolean) => void } {
  return { large: useSyncExternalStore(subscribe, isLarge), setLarge };
}
