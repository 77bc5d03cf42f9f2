import type { Package } from './read-part.ts';
import { attribute } from './scan-xml.ts';

/** For each cell style, whether it shows a number as a date. */
export function dateStyles(pack: Package, part: string): readonly boolean[] {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  pack.scanAll(part, {
    open(name, attributes) {
      if (name === 'numFmt') {
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      } else if (name === 'cellXfs') {
        inCells = true;
      } else if (name === 'xf' && inCells) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        const code = codes.get(id);
        styles.push(code === undefined ? isDateFormatId(id) : isDateFormat(code));
      }
    },
    close(name) {
      inCells &&= name !== 'cellXfs';
    },
    text() {},
  });
  return styles;
}

/** Built-in formats, with those that Chinese editions reserve (27–36, 50–58). */
function isDateFormatId(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

function isDateFormat(code: string): boolean {
  const bare = code.split(';')[0]?.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '') ?? '';
  return /[ymdhs年月日时]/i.test(bare) && !/general|[#?]/i.test(bare);
}
