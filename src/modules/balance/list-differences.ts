export interface Difference {
  readonly path: string;
  readonly stored: string;
  readonly recomputed: string;
}

/** Where two JSON values differ, as paths such as `coefficients.3.mean`; numbers must be the same to the last bit. */
export function listDifferences(stored: unknown, recomputed: unknown, most: number): Difference[] {
  const found: Difference[] = [];
  const compare = (a: unknown, b: unknown, path: string): void => {
    if (found.length >= most || Object.is(a, b)) return;
    if (!isBranch(a) || !isBranch(b)) {
      found.push({ path, stored: JSON.stringify(a) ?? 'undefined', recomputed: JSON.stringify(b) ?? 'undefined' });
      return;
    }
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      compare(a[key], b[key], path === '' ? key : `${path}.${key}`);
    }
  };
  compare(stored, recomputed, '');
  return found;
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
