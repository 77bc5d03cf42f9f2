import { ConeState } from './cone-state.ts';
import type { Component, Model, Variable } from './model.ts';
import { settle } from './settle.ts';

/**
 * Turns fractional net additions into whole steps: rounds, repairs the limits by the best step for its cost, then takes back and
 * exchanges steps while that saves.
 *
 * @returns net additions with every limit kept, or null where no step helps. Cost: O(steps * n + n^2) for a component of n.
 */
export function roundPlan(
  model: Model,
  component: Component,
  low: Float64Array,
  fractional: Float64Array,
): Float64Array | null {
  // building up from nothing finds better plans where few steps are needed, and is slow where many are
  const fewSteps = stepsAbove(component, low, fractional) <= 200;
  const starts = component.movable ? [Math.round, Math.floor] : [Math.floor];
  const nets = (fewSteps ? [...starts, null] : starts).map((round) => startFrom(component, low, fractional, round));
  const best = cheapest(
    model,
    component,
    nets.map((net) => repair(model, component, low, net)),
  );
  if (best) return best;
  // no single step helps: with larger amounts a step weighs less
  for (let factor = 1.5; factor <= 24; factor *= 2) {
    const found = repair(model, component, low, enlarged(model, component, low, fractional, factor));
    if (found) return found;
  }
  return null;
}

function startFrom(
  component: Component,
  low: Float64Array,
  fractional: Float64Array,
  round: ((value: number) => number) | null,
): Float64Array {
  const net = low.slice();
  for (const index of component.variables) {
    const [value, floor] = [fractional[index] as number, low[index] as number];
    if (round) net[index] = Math.max(floor, round(value / component.grain + 1e-6) * component.grain);
    else if (component.movable) net[index] = Math.max(floor, 0);
  }
  return net;
}

function cheapest(model: Model, component: Component, found: readonly (Float64Array | null)[]): Float64Array | null {
  let best: Float64Array | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const net of found) {
    const cost = net ? (settle(model, component, net)?.cost ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
    if (cost < least) [best, least] = [net, cost];
  }
  return best;
}

function enlarged(
  model: Model,
  component: Component,
  low: Float64Array,
  fractional: Float64Array,
  factor: number,
): Float64Array {
  const net = low.slice();
  for (const index of component.variables) {
    const v = model.variables[index] as Variable;
    const current = v.cells.reduce((most, cell) => Math.max(most, cell.current / cell.share), 0);
    const target = factor * (current + (fractional[index] as number)) - current;
    const steps = Math.ceil(Math.min(target, v.most) / component.grain - 1e-9);
    net[index] = Math.max(low[index] as number, Math.min(steps * component.grain, v.most));
  }
  return net;
}

function stepsAbove(component: Component, low: Float64Array, net: Float64Array): number {
  let sum = 0;
  for (const index of component.variables) sum += ((net[index] as number) - (low[index] as number)) / component.grain;
  return sum;
}

function repair(model: Model, component: Component, low: Float64Array, net: Float64Array): Float64Array | null {
  const state = new ConeState(model, component.index, net);
  const step = component.grain;
  const variable = (index: number) => model.variables[index] as Variable;
  const sum = () => component.variables.reduce((total, index) => total + (state.net[index] as number), 0);
  const canAdd = (index: number) => component.movable || (state.net[index] as number) + step <= variable(index).most;
  const canTake = (index: number) => (state.net[index] as number) - step >= (low[index] as number);

  // more was given than received: give less where it harms least
  for (let over = -sum(); over > 0; over -= step) {
    const giver = pick(component.variables, (i) =>
      (state.net[i] as number) < 0 ? state.excess(i, step) : Number.POSITIVE_INFINITY,
    );
    if (giver < 0) return null;
    state.change(giver, step);
  }
  for (let rounds = 0; !state.holds(); rounds++) {
    state.refresh();
    const now = state.excess();
    const gain = (after: number, cost: number) =>
      after < now * (1 - 1e-12) ? (after - now) / Math.max(cost, 1e-9) : Number.POSITIVE_INFINITY;
    let add = pick(component.variables, (i) =>
      canAdd(i) ? gain(state.excess(i, step), variable(i).cost) : Number.POSITIVE_INFINITY,
    );
    let take = -1;
    if (component.movable) {
      const buy = add < 0 ? Number.POSITIVE_INFINITY : gain(state.excess(add, step), variable(add).cost);
      const to = pick(component.variables, (i) => state.excess(i, step));
      const from = pick(component.variables, (i) =>
        i !== to && canTake(i) ? state.excess(to, step, i, -step) : Number.POSITIVE_INFINITY,
      );
      const paid = from >= 0 && (state.net[from] as number) > 0 ? 1e-9 : variable(to).moveCost;
      if (from >= 0 && gain(state.excess(to, step, from, -step), paid) < buy) [add, take] = [to, from];
    }
    if (add < 0 || rounds > 200_000) return null;
    state.change(add, step);
    if (take >= 0) state.change(take, -step);
  }
  improve(model, component, state, low, canAdd, canTake);
  return settle(model, component, state.net) ? state.net : null;
}

/** Takes steps back, and exchanges a dear one for a cheap one, while the limits hold. */
function improve(
  model: Model,
  component: Component,
  state: ConeState,
  low: Float64Array,
  canAdd: (index: number) => boolean,
  canTake: (index: number) => boolean,
): void {
  const step = component.grain;
  let cost = settle(model, component, state.net)?.cost ?? Number.POSITIVE_INFINITY;
  const tryChange = (take: number, add: number) => {
    if (state.excess(take, -step, add, step) > 1e-12) return false;
    state.change(take, -step);
    if (add >= 0) state.change(add, step);
    const next = settle(model, component, state.net)?.cost ?? Number.POSITIVE_INFINITY;
    if (next < cost - 1e-12 * Math.abs(cost) && state.holds()) {
      cost = next;
      return true;
    }
    state.change(take, step);
    if (add >= 0) state.change(add, -step);
    return false;
  };
  const costOf = (index: number) => (model.variables[index] as Variable).cost;
  const byCost = [...component.variables].sort((a, b) => costOf(b) - costOf(a) || a - b);
  for (let changed = true, rounds = 0; changed && rounds < 50; rounds++) {
    changed = false;
    for (const take of byCost) {
      while (canTake(take) && tryChange(take, -1)) changed = true;
      if (!canTake(take) || (state.net[take] as number) <= Math.max(0, low[take] as number)) continue;
      for (const add of byCost) {
        if (add === take || !canAdd(add)) continue;
        const cheaper = costOf(add) < costOf(take) || (component.movable && (state.net[add] as number) < 0);
        if (cheaper && tryChange(take, add)) {
          changed = true;
          break;
        }
      }
    }
  }
}

/** The item with the least finite score, the first of equals; -1 where there is none. */
function pick(items: readonly number[], score: (item: number) => number): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const value = score(item);
    if (value < least) {
      least = value;
      best = item;
    }
  }
  return best;
}
