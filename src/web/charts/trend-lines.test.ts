import { expect, it } from 'vitest';
import { endLabels } from './trend-lines.tsx';

it('names lines that end together once', () => {
  const trends = [
    { key: 'a', name: 'A', values: [1, 2] },
    { key: 'b', name: 'B', values: [3, 2] },
    { key: 'c', name: 'C', values: [2, 1] },
  ];
  expect(endLabels(trends)).toEqual(['A · B', '', 'C']);
});
