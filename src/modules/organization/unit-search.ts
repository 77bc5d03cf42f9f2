/** How a typed text is looked for: as digits of an identifier, as Chinese characters, or as pinyin and its initials. */
export interface UnitSearch {
  /** For `LIKE` on id and identifier; null where the text has other characters than digits. */
  readonly identifierPattern: string | null;
  /** For `ILIKE` on names. */
  readonly namePattern: string;
  /** For `~` on the pinyin key, whose syllables are parted by spaces; null where the text is not Latin letters. */
  readonly pinyinPattern: string | null;
}

/**
 * Reads a search text.
 *
 * @remarks Letters match as initials (`tcs` finds 天长市) and as pinyin with or without spaces (`tianchang`, `tian chang`).
 * @example readSearch('tcs').pinyinPattern
 */
export function readSearch(text: string): UnitSearch {
  const typed = text.trim();
  const letters = typed.toLowerCase().replaceAll(/[\s']+/g, '');
  const isLatin = /^[a-z]+$/.test(letters);
  return {
    identifierPattern: /^\d+$/.test(typed) ? `${typed}%` : null,
    namePattern: `%${typed.replaceAll(/[\\%_]/g, '\\$&')}%`,
    pinyinPattern: isLatin ? `(^| )(${initialsOf(letters)}|${lettersOf(letters)})` : null,
  };
}

/** Each letter begins a syllable. */
function initialsOf(letters: string): string {
  return [...letters].map((letter) => `${letter}[a-z]*`).join(' ');
}

/** The letters in order, syllables parted anywhere. */
function lettersOf(letters: string): string {
  return [...letters].join(' ?');
}
