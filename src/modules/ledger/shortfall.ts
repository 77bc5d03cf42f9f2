import { amountShort, resourceOf } from '#modules/balance';
import { type Comparison, unitWords, type Words } from '#standards';

/** What is missing to a line, in pieces: rooms, teachers, m², yuan, or pupils too many. */
export interface Shortfall {
  readonly amount: number;
  readonly words: Words;
}

const divisible = new Set(['m2', 'yuan', 'hour', 'share', 'mbps']);
const points: Words = { zh: '个百分点', en: 'percentage points' };

/**
 * The shortfall of one figure against its line.
 *
 * @remarks Per pupil it is the pieces for all pupils; of "pupils per teacher" the teachers; of a share the percentage points;
 * everything else is the plain difference. Pieces that come whole are rounded up.
 * @example shortfallOf({ unit: 'room/100 pupil', comparison: 'atLeast', value: 1.9, line: 2.3, pupils: 420 }) // 2 rooms
 */
export function shortfallOf(gap: {
  readonly unit: string;
  readonly comparison: Comparison;
  readonly value: number;
  readonly line: number;
  readonly pupils: number;
}): Shortfall {
  const { unit, comparison, value, line, pupils } = gap;
  const [above = '', below] = unit.split('/');
  const resource = resourceOf(unit);
  const isLower = comparison === 'atLeast' || comparison === 'above';
  if (resource !== null && isLower && !Number.isNaN(pupils)) {
    return { amount: amountShort({ resource, value, line, comparison, pupils }), words: resource.words };
  }
  if (above === 'pupil' && below !== undefined && !isLower && value > 0 && line > 0 && !Number.isNaN(pupils)) {
    return { amount: whole(pupils / line - pupils / value), words: unitWords[below] ?? plain };
  }
  const difference = Math.max(0, isLower ? line - value : value - line);
  if (above === 'share') return { amount: difference * 100, words: points };
  return { amount: divisible.has(above) ? difference : whole(difference), words: unitWords[above] ?? plain };
}

const plain: Words = { zh: '', en: '' };

/** Values are quotients: exactly two rooms may come out as 2.0000000000000004. */
function whole(amount: number): number {
  return Math.max(0, Math.ceil(amount - 1e-9));
}
