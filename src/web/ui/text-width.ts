// Px at a body text of 14 px; large text scales what is reckoned from them.
const ideographPx = 14;
const letterPx = 7.7;

/** About the room a text takes on one line, in px. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? ideographPx : letterPx;
  return width;
}

/** The width that nine in ten do not exceed; 0 of none. */
export function mostTake(widths: readonly number[]): number {
  return [...widths].sort((a, b) => a - b)[Math.ceil(widths.length * 0.9) - 1] ?? 0;
}
