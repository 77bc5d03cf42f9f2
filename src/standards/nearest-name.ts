/** Levenshtein distance, for short names. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

/** The known name that a person most likely meant, or null where none is near. The first wins a tie. */
export const nearestName = (name: string, known: Iterable<string>): string | null => {
  if (name.length > 80) return null;
  const wanted = name.toLowerCase();
  let best: string | null = null;
  let least = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const text = candidate.toLowerCase();
    const far = wanted.length >= 4 && (text.startsWith(wanted) || wanted.startsWith(text)) ? 1 : distance(wanted, text);
    if (far < least) {
      least = far;
      best = candidate;
    }
  }
  return best;
};
