import { isScalar } from 'yaml';
import type { Fields } from './fields.ts';

/** `range: [lowest, highest]`. */
export const readRange = (fields: Fields): readonly [number, number] => {
  const [low, high] = fields.items('range').map((node) => (isScalar(node) ? Number(node.value) : Number.NaN));
  if (low !== undefined && high !== undefined && low <= high) return [low, high];
  fields.report('range', 'wrong-type', { name: 'range', other: '[最小, 最大]', suggestion: '[lowest, highest]' });
  return [0, 0];
};
