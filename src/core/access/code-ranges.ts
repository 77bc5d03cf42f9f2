/** Codes from the first to just before the second, as bytes order them. */
export type CodeRange = readonly [from: string, before: string];

/**
 * The codes that begin with one of the prefixes, as ranges: prefixes that differ in their last digit alone and follow one another make one.
 *
 * @remarks A range across `3409` and `3410` would let in `340A12`; between `1` and `9` there are only digits.
 * @example codeRanges(['3408', '3409', '3410']) // [['3408', '340:'], ['3410', '3411']]
 */
export function codeRanges(prefixes: readonly string[]): readonly CodeRange[] {
  const ranges: [string, string][] = [];
  for (const prefix of [...new Set(prefixes)].toSorted()) {
    const last = ranges.at(-1);
    if (last?.[1] === prefix) last[1] = nextOf(prefix);
    else ranges.push([prefix, nextOf(prefix)]);
  }
  return ranges;
}

/** The byte after `9` is `:`. */
function nextOf(prefix: string): string {
  return prefix.slice(0, -1) + String.fromCodePoint((prefix.codePointAt(prefix.length - 1) ?? 0) + 1);
}
