/** The nation as an area code. */
export const nationCode = '000000';

export type CodedLevel = 'nation' | 'province' | 'city' | 'county' | 'township';

export interface AreaCode {
  readonly code: string;
  readonly level: CodedLevel;
  /** The code one level up; null for the nation. */
  readonly parent: string | null;
}

/** Provinces by their first two digits (GB/T 2260). */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
);

/**
 * Reads an area code by its digits: six for nation, province, city and county (GB/T 2260), nine for a township.
 *
 * @remarks Digits say where a code stands, not whether it is in force. Longer statistical codes (12 digits) are read as their township.
 * @returns `undefined` where the digits are no such code.
 * @example parseAreaCode('341181')?.parent // '341100'
 */
export function parseAreaCode(text: string): AreaCode | undefined {
  const code = text.length === 12 ? text.slice(0, text.endsWith('000000') ? 6 : 9) : text;
  if (!/^\d{6}(\d{3})?$/.test(code)) {
    return undefined;
  }
  if (code === nationCode) {
    return { code, level: 'nation', parent: null };
  }
  if (!provinces.has(code.slice(0, 2))) {
    return undefined;
  }
  if (code.length === 9) {
    return { code, level: 'township', parent: townshipParent(code) };
  }
  if (code.endsWith('0000')) {
    return { code, level: 'province', parent: nationCode };
  }
  return code.endsWith('00')
    ? { code, level: 'city', parent: `${code.slice(0, 2)}0000` }
    : { code, level: 'county', parent: `${code.slice(0, 4)}00` };
}

/** Towns of a city without counties (东莞, 中山, 儋州) carry the city's own six digits. */
function townshipParent(code: string): string {
  return code.slice(0, 6);
}

/** The codes above, nearest first, ending with the nation; empty where the digits are no area code. */
export function ancestorCodes(text: string): readonly string[] {
  const codes: string[] = [];
  for (let parent = parseAreaCode(text)?.parent ?? null; parent !== null; ) {
    codes.push(parent);
    parent = parseAreaCode(parent)?.parent ?? null;
  }
  return codes;
}
