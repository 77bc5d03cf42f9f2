import type { ReadLimits } from './model.ts';

/** Room for a county's largest lists: 1,048,576 rows is all that Excel can hold. */
export const defaultLimits: ReadLimits = {
  fileBytes: 256 * 1024 * 1024,
  unpackedBytes: 2 * 1024 * 1024 * 1024,
  ratio: 200,
  rows: 2_000_000,
  columns: 2_000,
};
