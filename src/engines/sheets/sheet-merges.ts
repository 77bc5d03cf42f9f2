import { columnIndex } from './column-letter.ts';
import type { Merge } from './model.ts';
import type { Package } from './read-part.ts';

const longestMark = 200;

/** Merged ranges stand after the rows in the file, so they are searched in a pass of their own, without scanning the rows. */
export function sheetMerges(pack: Package, part: string): readonly Merge[] {
  const merges: Merge[] = [];
  let rest = '';
  for (const piece of pack.text(part)) {
    const source = rest + piece;
    let end = 0;
    for (const found of source.matchAll(/mergeCell [^>]*ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g)) {
      const [whole, left = '', top, right = '', bottom] = found;
      merges.push({ top: Number(top), left: columnIndex(left), bottom: Number(bottom), right: columnIndex(right) });
      end = found.index + whole.length;
    }
    rest = source.slice(Math.max(end, source.length - longestMark));
  }
  return merges;
}
