import { createHash } from 'node:crypto';

/** The same for equal inputs, in whatever order their fields were written. */
export function hashInput(kind: string, input: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, sorted(input)]))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
