const candidates = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof candidates)[number];

/** Chooses the delimiter that cuts the first lines into the same number of fields most often; a comma when none does. */
export function sniffDelimiter(start: string): Delimiter {
  const lines = unquoted(start)
    .split(/\r\n|\n|\r/)
    .slice(0, 50);
  const full = (lines.length > 1 ? lines.slice(0, -1) : lines).filter((line) => line.trim() !== '');
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const candidate of candidates) {
    const counts = new Map<number, number>();
    for (const line of full) {
      const count = line.split(candidate).length - 1;
      counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    counts.delete(0);
    for (const [count, times] of counts) {
      const score = times * (1 + Math.min(count, 50) / 100);
      if (score > bestScore) {
        bestScore = score;
        best = candidate;
      }
    }
  }
  return best;
}

function unquoted(text: string): string {
  return text.replaceAll(/"[^"]*"/g, '');
}
