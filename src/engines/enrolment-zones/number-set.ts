import type { NumberSet } from './model.ts';

export const everyNumber: NumberSet = { ranges: [], excluded: [], parity: null };

/** Full-width digits, signs and spaces as their plain forms. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[－–—~～至]/g, '-')
    .replace(/\s+/g, '');
}

/**
 * The numbers of `1-7、26-28鄰`, `12、13鄰除外`, `除9-12鄰`, `41-53号(单号)`, `all`, `else`.
 *
 * @returns null where something besides numbers stands in the text
 */
export function parseNumbers(raw: string): NumberSet | null {
  const text = plainText(raw);
  if (text === '' || text === 'all' || text === 'else') return everyNumber;
  const parity = /[單单奇]/.test(text) ? 'odd' : /[雙双偶]/.test(text) ? 'even' : null;
  const bare = text.replace(/[單单雙双奇偶]數?数?[號号]?/g, '').replace(/[()第鄰邻组組號号等]/g, '');
  const isExclusion = /除外|^除|不含/.test(bare);
  const list = bare.replace(/除外|除|不含|以外|外/g, '');
  const ranges: [number, number][] = [];
  for (const part of list.split(/[、,;；，及和]/).filter((one) => one !== '')) {
    const match = /^(\d+)(?:-(\d+))?$/.exec(part);
    if (match === null) return null;
    const from = Number(match[1]);
    const to = Number(match[2] ?? match[1]);
    if (to < from) return null;
    ranges.push([from, to]);
  }
  return isExclusion ? { ranges: [], excluded: ranges, parity } : { ranges, excluded: [], parity };
}

export function holds(set: NumberSet, number: number): boolean {
  const within = ([from, to]: readonly [number, number]) => number >= from && number <= to;
  if (set.parity !== null && (number % 2 === 1) !== (set.parity === 'odd')) return false;
  return (set.ranges.length === 0 || set.ranges.some(within)) && !set.excluded.some(within);
}

/** Whether the set holds whatever the number is. */
export function isEvery({ ranges, excluded, parity }: NumberSet): boolean {
  return ranges.length === 0 && excluded.length === 0 && parity === null;
}
