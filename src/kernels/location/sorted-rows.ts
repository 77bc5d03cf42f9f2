/** The allowed sites of each customer, nearest first: row c holds `length[c]` sites from `c * sites`. */
export interface SortedRows {
  readonly site: Int32Array;
  readonly cost: Float64Array;
  readonly length: Int32Array;
}

/** Sorts every row by cost, equal costs by site; pairs of infinite cost are left out. Cost O(customers · sites · log sites). */
export function sortRows(customers: number, sites: number, cost: Float64Array): SortedRows {
  const site = new Int32Array(customers * sites);
  const sorted = new Float64Array(customers * sites);
  const length = new Int32Array(customers);
  const spareSite = new Int32Array(sites);
  const spareCost = new Float64Array(sites);
  for (let c = 0; c < customers; c++) {
    const start = c * sites;
    let count = 0;
    for (let s = 0; s < sites; s++) {
      const value = cost[start + s] as number;
      if (value === Number.POSITIVE_INFINITY) continue;
      site[start + count] = s;
      sorted[start + count] = value;
      count++;
    }
    length[c] = count;
    mergeSort(site.subarray(start, start + count), sorted.subarray(start, start + count), spareSite, spareCost);
  }
  return { site, cost: sorted, length };
}

/** Sorts keys ascending and carries the items along; stable, without allocation. */
export function mergeSort(items: Int32Array, keys: Float64Array, spareItems: Int32Array, spareKeys: Float64Array) {
  const n = items.length;
  let [fromItems, fromKeys, toItems, toKeys] = [items, keys, spareItems, spareKeys];
  for (let width = 1; width < n; width *= 2) {
    for (let low = 0; low < n; low += 2 * width) {
      const middle = Math.min(low + width, n);
      const high = Math.min(low + 2 * width, n);
      let [a, b] = [low, middle];
      for (let out = low; out < high; out++) {
        const takeFirst = a < middle && (b >= high || (fromKeys[a] as number) <= (fromKeys[b] as number));
        const from = takeFirst ? a++ : b++;
        toItems[out] = fromItems[from] as number;
        toKeys[out] = fromKeys[from] as number;
      }
    }
    [fromItems, toItems] = [toItems, fromItems];
    [fromKeys, toKeys] = [toKeys, fromKeys];
  }
  if (fromItems !== items) {
    for (let i = 0; i < n; i++) {
      items[i] = fromItems[i] as number;
      keys[i] = fromKeys[i] as number;
    }
  }
}
