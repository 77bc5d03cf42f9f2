/** Max-heaps of standings in one pair of arrays: the root of a bin is whoever goes first when somebody better comes. */
export interface Bins {
  /** Where each bin begins; it ends where the next begins. */
  readonly start: Int32Array;
  readonly size: Int32Array;
  readonly standing: Float64Array;
  readonly entry: Int32Array;
}

export function makeBins(room: Int32Array): Bins {
  const start = new Int32Array(room.length + 1);
  for (let b = 0; b < room.length; b++) start[b + 1] = (start[b] as number) + (room[b] as number);
  const all = start[room.length] as number;
  return {
    start,
    size: new Int32Array(room.length),
    standing: new Float64Array(all),
    entry: new Int32Array(all),
  };
}

/** The standing of the last in a bin; -1 for an empty one. */
export function lastStanding(bins: Bins, b: number): number {
  return bins.size[b] === 0 ? -1 : (bins.standing[bins.start[b] as number] as number);
}

/** The standing of the last but one; -1 where there are fewer than two. */
export function secondLastStanding(bins: Bins, b: number): number {
  const at = bins.start[b] as number;
  const size = bins.size[b] as number;
  const left = size > 1 ? (bins.standing[at + 1] as number) : -1;
  return size > 2 ? Math.max(left, bins.standing[at + 2] as number) : left;
}

export function addTo(bins: Bins, b: number, standing: number, entry: number): void {
  const at = bins.size[b] as number;
  bins.size[b] = at + 1;
  rise(bins, bins.start[b] as number, at, standing, entry);
}

/** Takes out the last of a bin. */
export function takeLast(bins: Bins, b: number): number {
  const from = bins.start[b] as number;
  const entry = bins.entry[from] as number;
  removeAt(bins, b, 0);
  return entry;
}

/** Puts a better one in the place of the last; gives the last. */
export function replaceLast(bins: Bins, b: number, standing: number, entry: number): number {
  const from = bins.start[b] as number;
  const last = bins.entry[from] as number;
  sink(bins, from, bins.size[b] as number, 0, standing, entry);
  return last;
}

/** Takes out an entry wherever it is; O(bin). */
export function takeOut(bins: Bins, b: number, entry: number): void {
  const from = bins.start[b] as number;
  removeAt(bins, b, bins.entry.indexOf(entry, from) - from);
}

function removeAt(bins: Bins, b: number, at: number): void {
  const from = bins.start[b] as number;
  const size = (bins.size[b] as number) - 1;
  bins.size[b] = size;
  if (at === size) return;
  const standing = bins.standing[from + size] as number;
  const entry = bins.entry[from + size] as number;
  const old = bins.standing[from + at] as number;
  if (standing > old) rise(bins, from, at, standing, entry);
  else sink(bins, from, size, at, standing, entry);
}

function rise(bins: Bins, from: number, at: number, standing: number, entry: number): void {
  let hole = at;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    const above = bins.standing[from + parent] as number;
    if (above >= standing) break;
    bins.standing[from + hole] = above;
    bins.entry[from + hole] = bins.entry[from + parent] as number;
    hole = parent;
  }
  bins.standing[from + hole] = standing;
  bins.entry[from + hole] = entry;
}

function sink(bins: Bins, from: number, size: number, at: number, standing: number, entry: number): void {
  let hole = at;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= size) break;
    const right = child + 1;
    if (right < size && (bins.standing[from + right] as number) > (bins.standing[from + child] as number))
      child = right;
    const below = bins.standing[from + child] as number;
    if (below <= standing) break;
    bins.standing[from + hole] = below;
    bins.entry[from + hole] = bins.entry[from + child] as number;
    hole = child;
  }
  bins.standing[from + hole] = standing;
  bins.entry[from + hole] = entry;
}
