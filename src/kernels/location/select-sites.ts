import type { SitingProblem } from './problem.ts';
import { type Counts, closed, opened, type SiteNode, undecided } from './site-node.ts';

/** The cheapest set of sites at the prices, each weighed by itself. */
export interface Selection {
  /** A lower bound on the sum of values over every allowed set. */
  readonly value: number;
  /** Part of each site, 0 to 1. */
  readonly part: Float64Array;
  /** Undecided sites by value, cheapest first, and how many of them are taken. */
  readonly order: readonly number[];
  readonly taken: number;
  /** The value of the set that keeps the counts and not the budget: what penalties start from. */
  readonly countValue: number;
}

/** Chooses sites for the counts and, where there is a budget, for the budget (fractions allowed); the larger bound counts. */
export function selectSites(
  values: Float64Array,
  node: SiteNode,
  counts: Counts,
  limits: Pick<SitingProblem, 'price' | 'budget'>,
): Selection {
  const part = new Float64Array(values.length);
  const order: number[] = [];
  let fixedValue = 0;
  let count = 0;
  for (let s = 0; s < values.length; s++) {
    if (node.status[s] === opened) {
      fixedValue += values[s] as number;
      part[s] = 1;
      count++;
    } else if (node.status[s] === undecided) order.push(s);
  }
  order.sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
  let countValue = fixedValue;
  let taken = 0;
  while (taken < order.length) {
    const value = values[order[taken] as number] as number;
    if (count + taken >= counts.most || (value >= 0 && count + taken >= counts.least)) break;
    countValue += value;
    taken++;
  }
  for (let k = 0; k < taken; k++) part[order[k] as number] = 1;
  const base = { order, taken, countValue };
  const { price, budget } = limits;
  if (price === undefined || budget === undefined) return { ...base, part, value: countValue };
  const spending = spend(values, node, order, price, budget);
  return spending.value + fixedValue > countValue
    ? { ...base, part: spending.part, value: spending.value + fixedValue }
    : { ...base, part, value: countValue };
}

/** The cheapest fractional set within the budget: best value for money first. */
function spend(
  values: Float64Array,
  node: SiteNode,
  order: readonly number[],
  price: Float64Array,
  budget: number,
): { readonly value: number; readonly part: Float64Array } {
  const part = new Float64Array(values.length);
  let left = budget * (1 + 1e-12);
  for (let s = 0; s < values.length; s++) {
    if (node.status[s] !== opened) continue;
    part[s] = 1;
    left -= price[s] as number;
  }
  const ratio = (s: number) =>
    (price[s] as number) > 0 ? (values[s] as number) / (price[s] as number) : Number.NEGATIVE_INFINITY;
  const useful = order.filter((s) => (values[s] as number) < 0 && node.status[s] !== closed);
  useful.sort((a, b) => ratio(a) - ratio(b) || a - b);
  let value = 0;
  for (const s of useful) {
    const cost = price[s] as number;
    const taken = cost <= left ? 1 : Math.max(0, left) / cost;
    part[s] = taken;
    value += taken * (values[s] as number);
    left -= taken * cost;
    if (taken < 1) break;
  }
  return { value, part };
}
