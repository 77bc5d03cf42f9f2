/** Looks at items after which the fractional optimum is taken: a bound as well, and close to the other where items are many. */
const mostLooks = 40_000;

/** Room for one knapsack after another; items are loaded best value for weight first. */
export class Knapsack {
  count = 0;
  readonly item: Int32Array;
  readonly value: Float64Array;
  readonly weight: Float64Array;
  /** Part of each item in the answer, 0 to 1. */
  readonly part: Float64Array;
  private readonly taken: Uint8Array;

  constructor(most: number) {
    this.item = new Int32Array(most);
    this.value = new Float64Array(most);
    this.weight = new Float64Array(most);
    this.part = new Float64Array(most);
    this.taken = new Uint8Array(most);
  }

  clear(): void {
    this.count = 0;
  }

  add(item: number, value: number, weight: number): void {
    this.item[this.count] = item;
    this.value[this.count] = value;
    this.weight[this.count] = weight;
    this.count++;
  }

  /** The largest value within the capacity when items may be cut. */
  fillFractions(capacity: number): number {
    const { count, value, weight, part } = this;
    let total = 0;
    for (let k = 0; k < count; k++) total += weight[k] as number;
    if (total <= capacity) {
      let sum = 0;
      for (let k = 0; k < count; k++) sum += value[k] as number;
      part.fill(1, 0, count);
      return sum;
    }
    this.sort();
    return this.fillSorted(capacity);
  }

  /** The largest value of whole items within the capacity (Horowitz and Sahni 1974). */
  fillWhole(capacity: number): number {
    const { count, value, weight, part, taken } = this;
    this.sort();
    let best = -1;
    let current = 0;
    let left = capacity;
    let j = 0;
    taken.fill(0, 0, count);
    const mostSteps = Math.max(30, mostLooks / Math.max(1, count));
    for (let step = 0; ; step++) {
      if (step >= mostSteps) return this.fillSorted(capacity);
      if (current + this.mostFrom(j, left) > best * (1 + 1e-12)) {
        while (j < count && (weight[j] as number) <= left) {
          taken[j] = 1;
          left -= weight[j] as number;
          current += value[j] as number;
          j++;
        }
        if (j < count) {
          taken[j] = 0;
          j++;
          if (j < count) continue;
        }
        if (current > best) {
          best = current;
          for (let k = 0; k < count; k++) part[k] = taken[k] as number;
        }
      }
      let back = j - 1;
      while (back >= 0 && !taken[back]) back--;
      if (back < 0) return Math.max(0, best);
      taken[back] = 0;
      left += weight[back] as number;
      current -= value[back] as number;
      j = back + 1;
    }
  }

  private mostFrom(j: number, room: number): number {
    let left = room;
    let sum = 0;
    for (let k = j; k < this.count; k++) {
      const weight = this.weight[k] as number;
      if (weight > left) return sum + ((this.value[k] as number) * left) / weight;
      left -= weight;
      sum += this.value[k] as number;
    }
    return sum;
  }

  private fillSorted(capacity: number): number {
    let left = capacity;
    let sum = 0;
    for (let k = 0; k < this.count; k++) {
      const weight = this.weight[k] as number;
      const part = weight <= left ? 1 : Math.max(0, left) / weight;
      this.part[k] = part;
      sum += part * (this.value[k] as number);
      left -= part * weight;
    }
    return sum;
  }

  /** Best value for weight first: heap sort, so that nothing is allocated. */
  private sort(): void {
    for (let root = (this.count >> 1) - 1; root >= 0; root--) this.sink(root, this.count);
    for (let end = this.count - 1; end > 0; end--) {
      this.swap(0, end);
      this.sink(0, end);
    }
  }

  private sink(from: number, end: number): void {
    for (let root = from; ; ) {
      let child = 2 * root + 1;
      if (child >= end) return;
      if (child + 1 < end && this.isWorse(child + 1, child)) child++;
      if (!this.isWorse(child, root)) return;
      this.swap(root, child);
      root = child;
    }
  }

  private isWorse(a: number, b: number): boolean {
    const left = (this.value[a] as number) * (this.weight[b] as number);
    const right = (this.value[b] as number) * (this.weight[a] as number);
    return left === right ? (this.item[a] as number) > (this.item[b] as number) : left < right;
  }

  private swap(a: number, b: number): void {
    const { item, value, weight } = this;
    [item[a], item[b]] = [item[b] as number, item[a] as number];
    [value[a], value[b]] = [value[b] as number, value[a] as number];
    [weight[a], weight[b]] = [weight[b] as number, weight[a] as number];
  }
}
