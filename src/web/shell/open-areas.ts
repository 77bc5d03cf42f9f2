const storageKey = 'junheng.open-areas';
const remembered = 200;

/** The areas this device last left open; a broken note counts as none. */
export function readOpenAreas(): ReadonlySet<string> {
  const text = window.localStorage.getItem(storageKey) ?? '';
  return new Set(text.split('\n').filter(Boolean));
}

export function writeOpenAreas(open: readonly string[]): void {
  window.localStorage.setItem(storageKey, open.slice(-remembered).join('\n'));
}
