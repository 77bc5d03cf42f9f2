const runLength = 12;

/** Sorts rows `from` to `to` (exclusive) by value, carrying the weight; ties keep their order. O(n log n), scratch as long as the rows. */
export function sortRows(
  value: Float64Array,
  weight: Float64Array,
  from: number,
  to: number,
  scratchValue: Float64Array,
  scratchWeight: Float64Array,
): void {
  for (let low = from; low < to; low += runLength) insertionSort(value, weight, low, Math.min(low + runLength, to));
  let v = value;
  let w = weight;
  let toV = scratchValue;
  let toW = scratchWeight;
  for (let width = runLength; width < to - from; width *= 2) {
    for (let low = from; low < to; low += 2 * width) {
      merge(v, w, low, Math.min(low + width, to), Math.min(low + 2 * width, to), toV, toW);
    }
    [v, toV] = [toV, v];
    [w, toW] = [toW, w];
  }
  if (v !== value) {
    value.set(v.subarray(from, to), from);
    weight.set(w.subarray(from, to), from);
  }
}

function insertionSort(value: Float64Array, weight: Float64Array, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const v = value[i] as number;
    const w = weight[i] as number;
    let j = i - 1;
    while (j >= from && (value[j] as number) > v) {
      value[j + 1] = value[j] as number;
      weight[j + 1] = weight[j] as number;
      j--;
    }
    value[j + 1] = v;
    weight[j + 1] = w;
  }
}

function merge(
  value: Float64Array,
  weight: Float64Array,
  from: number,
  middle: number,
  to: number,
  toValue: Float64Array,
  toWeight: Float64Array,
): void {
  let left = from;
  let right = middle;
  for (let k = from; k < to; k++) {
    const takeLeft = right >= to || (left < middle && (value[left] as number) <= (value[right] as number));
    const i = takeLeft ? left++ : right++;
    toValue[k] = value[i] as number;
    toWeight[k] = weight[i] as number;
  }
}
