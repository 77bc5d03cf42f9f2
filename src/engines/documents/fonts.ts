import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

/** The typeface that comes along: Noto Serif SC, the whole of the unified ideographs and their extension A. */
const files = {
  regular: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
} as const;

export type Weight = keyof typeof files;

export interface LoadedFont {
  readonly bytes: Buffer;
  readonly font: Font;
}

const loaded = new Map<Weight, LoadedFont>();

/** The bytes and outlines of a weight; read once, about 15 MB each. */
export function loadFont(weight: Weight): LoadedFont {
  const known = loaded.get(weight);
  if (known !== undefined) return known;
  const bytes = readFileSync(createRequire(import.meta.url).resolve(files[weight]));
  const font = create(bytes);
  if (!('glyphForCodePoint' in font)) throw new Error(`${files[weight]} is a collection, not one font`);
  const entry = { bytes, font };
  loaded.set(weight, entry);
  return entry;
}
