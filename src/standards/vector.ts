/** One number for every row, or the same number for all. NaN = not reported. */
export type Numbers = number | Float64Array;

/** One truth value for every row, or the same for all: 0 = no, 1 = yes, 2 = not known because something was not reported. */
export type Truths = number | Uint8Array;

export const no = 0;
export const yes = 1;
export const unknown = 2;

/** The numbers as an array of `size` rows. */
export const spread = (numbers: Numbers, size: number): Float64Array =>
  typeof numbers === 'number' ? new Float64Array(size).fill(numbers) : numbers;

export const numberAt = (numbers: Numbers, row: number): number =>
  typeof numbers === 'number' ? numbers : (numbers[row] as number);

export const truthAt = (truths: Truths, row: number): number =>
  typeof truths === 'number' ? truths : (truths[row] as number);
