import type { SitingProblem } from './problem.ts';
import { type Selection, selectSites } from './select-sites.ts';
import { type Counts, opened, type Pricing, type SiteNode } from './site-node.ts';

export interface Ascent {
  readonly bound: number;
  readonly prices: Float64Array;
  readonly values: Float64Array;
  readonly selection: Selection;
  /** How often each site was chosen lately: near 0 or 1 where the prices are sure. */
  readonly often: Float64Array;
  /** How often each customer is served at the best prices. */
  readonly served: Float64Array;
  readonly work: number;
}

export interface AscentOptions {
  readonly rounds: number;
  /** First step, as a part of the distance to the best plan. */
  readonly step: number;
  /** Rounds without a better bound after which the step is halved. */
  readonly patience: number;
  /** Value of the best plan, and what is reached for where there is none. */
  readonly upper: () => number;
  readonly target: number;
  /** The bound at which the branch needs no further look. */
  readonly enough: () => number;
  /** Called with the chosen sites every so many rounds, to make plans of them. */
  readonly proposeEvery: number;
  readonly propose?: (chosen: readonly number[], prices: Float64Array) => void;
  /** Asked now and then; `false` ends the ascent. */
  readonly proceed: (bound: number, work: number) => boolean;
}

/**
 * Raises the Lagrangian bound of a branch by subgradient steps on the prices of "everyone is served".
 *
 * @remarks
 * The bound is valid whatever the prices are; it is lowered by more than the rounding error of its sums.
 * @source M. Held, P. Wolfe, H. Crowder, Validation of subgradient optimization, 1974; P. Camerini, L. Fratta, F. Maffioli 1975.
 */
export function ascend(
  pricing: Pricing,
  node: SiteNode,
  counts: Counts,
  limits: Pick<SitingProblem, 'price' | 'budget'>,
  options: AscentOptions,
): Ascent {
  const { customers, sites } = pricing;
  const prices = node.prices.slice();
  const values = new Float64Array(sites);
  const served = new Float64Array(customers);
  const direction = new Float64Array(customers);
  const often = new Float64Array(sites);
  let best: Omit<Ascent, 'often' | 'work'> | null = null;
  let step = options.step;
  let quiet = 0;
  let work = 0;
  for (let round = 0; round < options.rounds; round++) {
    work += pricing.evaluate(prices, node, values) + sites;
    const selection = selectSites(values, node, counts, limits);
    if (selection.value === Number.POSITIVE_INFINITY) {
      best = { bound: selection.value, prices: prices.slice(), values: values.slice(), selection, served };
      break;
    }
    let total = 0;
    let size = 0;
    for (let c = 0; c < customers; c++) total += prices[c] as number;
    for (let s = 0; s < sites; s++) if ((selection.part[s] as number) > 0) size += Math.abs(values[s] as number);
    const bound = total + selection.value - (customers + sites + 64) * 2 ** -52 * (total + size);
    served.fill(0);
    for (let s = 0; s < sites; s++) {
      const part = selection.part[s] as number;
      if (part > 0) pricing.serve(s, part, served);
      often[s] = round === 0 ? part : 0.9 * (often[s] as number) + 0.1 * part;
    }
    if (best === null || bound > best.bound) {
      const better = best === null || bound - best.bound > 1e-7 * Math.abs(bound);
      best = { bound, prices: prices.slice(), values: values.slice(), selection, served: served.slice() };
      if (better) quiet = 0;
    } else quiet++;
    if (options.propose && round % options.proposeEvery === 0) {
      options.propose(chosenSites(selection, node), prices);
    }
    if (bound >= options.enough()) break;
    if (round % 8 === 7 && !options.proceed(best.bound, work)) break;
    let norm = 0;
    for (let c = 0; c < customers; c++) {
      let slope = 1 - (served[c] as number);
      if (slope < 0 && prices[c] === 0) slope = 0;
      direction[c] = round === 0 ? slope : 0.75 * slope + 0.25 * (direction[c] as number);
      norm += (direction[c] as number) ** 2;
    }
    if (norm < 1e-12) break;
    if (quiet >= options.patience) {
      step /= 2;
      quiet = 0;
      prices.set(best.prices);
      direction.fill(0);
      if (step < 2e-4) break;
      continue;
    }
    const upper = options.upper();
    const aim = Number.isFinite(upper) ? upper : options.target;
    const length = (step * Math.max(aim - bound, 1e-6 * Math.abs(aim))) / norm;
    for (let c = 0; c < customers; c++) {
      prices[c] = Math.max(0, (prices[c] as number) + length * (direction[c] as number));
    }
  }
  if (best === null) throw new RangeError('an ascent has at least one round');
  return { ...best, often, work };
}

function chosenSites(selection: Selection, node: SiteNode): number[] {
  const chosen: number[] = [];
  for (let s = 0; s < node.status.length; s++) {
    if (node.status[s] === opened || (selection.part[s] as number) >= 1) chosen.push(s);
  }
  return chosen;
}
