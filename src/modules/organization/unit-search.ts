/** How a typed text is looked for: as digits of an identifier, as Chinese characters, or as pinyin and its initials. */
export interface UnitSearch {
  /** For `LIKE` on id and identifier; null where the text is no beginning of one: digits, with or without a letter before. */
  readonly identifierPattern: string | null;
  /** For `ILIKE` on names. */
  readonly namePattern: string;
  /** For `~` on the pinyin key, whose syllables are parted by spaces; null where the text is not Latin letters. */
  readonly pinyinPattern: string | null;
}

/**
 * Reads a search text.
 *
 * @remarks Words parted by a space may stand apart in the name (`清桥 小学`). Letters match as initials (`tcs` finds 天长市) and as pinyin with or without spaces (`tianchang`, `tian chang`).
 * @example readSearch('tcs').pinyinPattern
 */
export function readSearch(text: string): UnitSearch {
  const typed = text.trim();
  const letters = typed.toLowerCase().replaceAll(/[\s']+/g, '');
  const isLatin = /^[a-z]+$/.test(letters);
  return {
    identifierPattern: isIdentifier(typed) ? `${typed.toUpperCase()}%` : null,
    namePattern: `%${typed.replaceAll(/[\\%_]/g, '\\$&').replaceAll(/\s+/g, '%')}%`,
    pinyinPattern: isLatin ? `(^| )(${initialsOf(letters)}|${lettersOf(letters)})` : null,
  };
}

/** Whether a text may be the beginning of an identifier. */
export function isIdentifier(typed: string): boolean {
  return /^[a-z]?\d+$/i.test(typed);
}

/** Each letter begins a syllable. */
function initialsOf(letters: string): string {
  return [...letters].map((letter) => `${letter}[a-z]*`).join(' ');
}

/** The letters in order, syllables parted anywhere. */
function lettersOf(letters: string): string {
  return [...letters].join(' ?');
}
