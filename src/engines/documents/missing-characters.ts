import { loadFont } from './fonts.ts';

/** What stands in a PDF for a character that its font lacks; the printers' own sign for that. */
export const geta = '〓';

/** Collects the characters a font lacks while text is made safe to draw. */
export class CharacterCheck {
  readonly #missing = new Set<string>();

  /** The text with 〓 in place of what the font lacks. */
  drawable(text: string): string {
    const { font } = loadFont('regular');
    let drawn = '';
    for (const character of text.normalize('NFC')) {
      const isDrawable = font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
      if (!isDrawable) this.#missing.add(character);
      drawn += isDrawable ? character : geta;
    }
    return drawn;
  }

  /** Each missing character once, in the order of its code. */
  get missing(): readonly string[] {
    return [...this.#missing].sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
  }
}

/** `𠮷（U+20BB7）`-style list of characters; the caller writes it where the reader finds it. */
export function nameCharacters(characters: readonly string[]): string {
  return characters.map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`).join('、');
}
