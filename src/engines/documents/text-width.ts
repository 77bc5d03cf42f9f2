import { loadFont, type Weight } from './fonts.ts';

/** The advance of a text in points, without kerning. */
export function textWidth(text: string, sizePt: number, weight: Weight = 'regular'): number {
  const { font } = loadFont(weight);
  let units = 0;
  for (const character of text) units += advanceOf(character, weight);
  return (units / font.unitsPerEm) * sizePt;
}

const advances: Record<Weight, Map<string, number>> = { regular: new Map(), bold: new Map() };

function advanceOf(character: string, weight: Weight): number {
  const known = advances[weight].get(character);
  if (known !== undefined) return known;
  const advance = loadFont(weight).font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth;
  advances[weight].set(character, advance);
  return advance;
}
