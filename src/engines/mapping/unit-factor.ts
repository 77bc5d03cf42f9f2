type Quantity = 'money' | 'area' | 'share' | 'people';

/** What one of each printed unit is in the unit in which measures are kept: yuan, m², share (0–1), head. */
const factors: Readonly<Record<string, readonly [Quantity, number]>> = {
  元: ['money', 1],
  yuan: ['money', 1],
  分: ['money', 0.01],
  千元: ['money', 1e3],
  万元: ['money', 1e4],
  百万元: ['money', 1e6],
  亿元: ['money', 1e8],
  平方米: ['area', 1],
  平米: ['area', 1],
  '㎡': ['area', 1],
  m2: ['area', 1],
  'm²': ['area', 1],
  万平方米: ['area', 1e4],
  公顷: ['area', 1e4],
  ha: ['area', 1e4],
  亩: ['area', 2000 / 3],
  sqft: ['area', 0.09290304],
  '%': ['share', 0.01],
  人: ['people', 1],
  万人: ['people', 1e4],
};

const quantityOfUnit: Readonly<Record<string, Quantity>> = { yuan: 'money', m2: 'area' };

/** The factor from a printed unit to a measure's unit; undefined where the two do not fit. */
export function unitFactor(printed: string, wanted: string): number | undefined {
  const [quantity, factor] = factors[printed.normalize('NFKC')] ?? factors[printed] ?? [];
  if (quantity === undefined || factor === undefined) {
    return undefined;
  }
  const base = wanted.split('/')[0] ?? wanted;
  const fits = quantityOfUnit[base] === quantity || (base === '1' && quantity === 'share');
  return fits || (quantity === 'people' && quantityOfUnit[base] === undefined) ? factor : undefined;
}

/** Whether the word is a unit that can be printed beside a number. */
export function isPrintedUnit(word: string): boolean {
  return Object.hasOwn(factors, word.normalize('NFKC')) || Object.hasOwn(factors, word);
}

/** The unit a header names in brackets, such as 万元 in `设备值（万元）`. */
export function unitInHeader(header: string): string | undefined {
  const found = /[(（[【:：,，/]\s*(?:单位[:：]?)?\s*([^()（）[\]【】\d]{1,4})\s*[)）\]】]?\s*$/.exec(header)?.[1];
  return found !== undefined && isPrintedUnit(found.trim()) ? found.trim() : undefined;
}

/** Multiplies without the tail that binary fractions leave: 12.35 万元 is 123500 and not 123499.99999999999. */
export function scale(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(14));
}
