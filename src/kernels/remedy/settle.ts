import type { Component, Model, Variable } from './model.ts';

export interface Settlement {
  readonly bought: Float64Array;
  readonly received: Float64Array;
  readonly given: Float64Array;
  readonly cost: number;
}

/**
 * Cheapest way to obtain given net additions in one component: what the givers give goes where buying is dearest, the rest is bought.
 *
 * @returns null where more is given than received, or a purchase exceeds its largest amount. Cost: O(n log n).
 */
export function settle(model: Model, component: Component, net: Float64Array): Settlement | null {
  const bought = new Float64Array(component.variables.length);
  const received = new Float64Array(component.variables.length);
  const given = new Float64Array(component.variables.length);
  let pool = 0;
  component.variables.forEach((index, i) => {
    const n = net[index] as number;
    if (n < 0) {
      given[i] = -n;
      pool -= n;
    }
  });
  const variable = (i: number) => model.variables[component.variables[i] as number] as Variable;
  const takers = component.variables
    .map((_, i) => i)
    .filter((i) => (net[component.variables[i] as number] as number) > 0);
  let cost = 0;
  const receive = (i: number, amount: number) => {
    const got = Math.min(pool, amount);
    received[i] = (received[i] as number) + got;
    pool -= got;
    cost += got * variable(i).moveCost;
    return got;
  };
  for (const i of takers) {
    const n = net[component.variables[i] as number] as number;
    const beyond = n - variable(i).most;
    if (beyond > 0 && receive(i, beyond) < beyond) return null;
  }
  takers.sort((a, b) => variable(b).cost - variable(a).cost || a - b);
  for (const i of takers) {
    const missing = (net[component.variables[i] as number] as number) - (received[i] as number);
    const rest = pool > 0 ? missing - receive(i, missing) : missing;
    bought[i] = rest;
    cost += rest * variable(i).cost;
  }
  return pool > 0 ? null : { bought, received, given, cost };
}
