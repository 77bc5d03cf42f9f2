import type { Words } from './words.ts';

/** The unit names that measures, parameters and indicators may use. `share` is a plain number from 0 to 1, shown as per cent. */
export const unitWords: Readonly<Record<string, Words>> = {
  pupil: { zh: '名学生', en: 'pupil' },
  teacher: { zh: '名教师', en: 'teacher' },
  staff: { zh: '名教职工', en: 'member of staff' },
  person: { zh: '人', en: 'person' },
  class: { zh: '班', en: 'class' },
  room: { zh: '间', en: 'room' },
  m2: { zh: '平方米', en: 'm²' },
  yuan: { zh: '元', en: 'yuan' },
  hour: { zh: '学时', en: 'hour' },
  computer: { zh: '台', en: 'computer' },
  book: { zh: '册', en: 'book' },
  place: { zh: '个名额', en: 'place' },
  seat: { zh: '个', en: 'place' },
  school: { zh: '所', en: 'school' },
  county: { zh: '个县', en: 'county' },
  year: { zh: '年', en: 'year' },
  mbps: { zh: '兆比特/秒', en: 'Mbit/s' },
  point: { zh: '分', en: 'point' },
  level: { zh: '级', en: 'level' },
  share: { zh: '比例', en: 'share' },
};

/** Powers of unit names, without those of power 0, in the order of the alphabet. `{}` is a plain number. */
export type Dimension = Readonly<Record<string, number>>;

const compose = (left: Dimension, right: Dimension, sign: 1 | -1): Dimension => {
  const powers = new Map<string, number>(Object.entries(left));
  for (const [name, power] of Object.entries(right)) powers.set(name, (powers.get(name) ?? 0) + sign * power);
  return Object.fromEntries([...powers].filter(([, power]) => power !== 0).sort(([a], [b]) => (a < b ? -1 : 1)));
};

export const multiplyDimensions = (left: Dimension, right: Dimension): Dimension => compose(left, right, 1);

export const divideDimensions = (left: Dimension, right: Dimension): Dimension => compose(left, right, -1);

export const sameDimension = (left: Dimension, right: Dimension): boolean =>
  Object.keys(compose(left, right, -1)).length === 0;

/** `{ m2: 1, pupil: -1 }` → `m2/pupil`; a plain number → `1`. */
export const formatDimension = (dimension: Dimension): string => {
  const names = (sign: 1 | -1): string[] =>
    Object.entries(dimension)
      .filter(([, power]) => Math.sign(power) === sign)
      .flatMap(([name, power]) => Array.from({ length: Math.abs(power) }, () => name));
  const below = names(-1);
  return [names(1).join('*') || '1', ...below].join('/');
};

export type ReadUnit =
  | { readonly ok: true; readonly dimension: Dimension }
  | { readonly ok: false; readonly unknown: string };

/**
 * Reads a unit such as `m2/pupil`, `teacher/100 pupil` or `1`.
 *
 * @remarks Numbers only tell a screen the scale and do not take part in checking. Everything after a `/` up to the next `*`
 * or `/` is below the line.
 */
export const readUnit = (text: string): ReadUnit => {
  let dimension: Dimension = {};
  let sign: 1 | -1 = 1;
  for (const part of text.split(/([*/])/u)) {
    const word = part.trim();
    if (word === '*' || word === '/') {
      sign = word === '*' ? 1 : -1;
      continue;
    }
    for (const name of word.split(/\s+/u)) {
      if (name === '' || /^\d+(\.\d+)?$/u.test(name) || name === 'share') continue;
      if (!Object.hasOwn(unitWords, name)) return { ok: false, unknown: name };
      dimension = compose(dimension, { [name]: 1 }, sign);
    }
  }
  return { ok: true, dimension };
};

/** A unit in words for a screen: `teacher/100 pupil` → `名教师/百名学生`, `teachers per 100 pupils`. */
export const describeUnit = (unit: string): Words => {
  const [top = '', ...below] = unit.split('/').map((part) => part.trim());
  const zhOf = (part: string): string =>
    part
      .split(/\s+/u)
      .map((name) => (name === '100' ? '百' : (unitWords[name]?.zh ?? name)))
      .join('');
  const enOf = (part: string, plural: boolean): string =>
    part
      .split(/\s+/u)
      .map((name) => {
        const word = unitWords[name]?.en ?? name;
        return plural && /^[a-z]+$/u.test(word) && !['yuan', 'share'].includes(word) ? pluralOf(word) : word;
      })
      .join(' ');
  if (unit === '1') return { zh: '', en: '' };
  return {
    zh: [top, ...below].map(zhOf).join('/'),
    en: [enOf(top, true), ...below.map((part) => enOf(part, /\d/u.test(part)))].join(' per '),
  };
};

/**
 * How a person reads and types a figure of a unit: in `words`, `factor` times the figure that standards, storage and formulas hold.
 * A share is read in per cent; everything else as it is.
 */
export const shownUnit = (unit: string): { readonly words: Words; readonly factor: 1 | 100 } =>
  unit === 'share' ? { words: { zh: '%', en: '%' }, factor: 100 } : { words: describeUnit(unit), factor: 1 };

/** A figure in the unit it is shown in, without the noise of the 16th digit: share 0.07 → 7. */
export const toShown = (value: number, unit: string): number => scaled(value * shownUnit(unit).factor);

/** The figure behind a shown one: share 89.3 → 0.893. `fromShown(toShown(x, u), u) === x` up to 15 digits. */
export const fromShown = (shown: number, unit: string): number => scaled(shown / shownUnit(unit).factor);

const scaled = (value: number): number => Number(value.toPrecision(15));

const pluralOf = (word: string): string =>
  word.endsWith('s') ? `${word}es` : word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`;
