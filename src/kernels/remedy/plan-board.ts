import type { Model } from './model.ts';
import { type ComponentPlan, lowestNets, planComponent } from './plan-component.ts';

export interface WholePlan {
  readonly below: Uint8Array;
  readonly parts: readonly ComponentPlan[];
  readonly cost: number;
}

/** Plans for choices, remembering each component's plan by the amounts it must reach. */
export class PlanBoard {
  readonly #model: Model;
  readonly #known = new Map<string, ComponentPlan | null>();
  work = 0;

  constructor(model: Model) {
    this.#model = model;
  }

  /** The plan of a choice, or null where some component has none (or the cost passes `most`). */
  plan(below: Uint8Array, most = Number.POSITIVE_INFINITY): WholePlan | null {
    const low = lowestNets(this.#model, below);
    const parts: ComponentPlan[] = [];
    let cost = 0;
    for (const component of this.#model.components) {
      const key = `${component.index}:${component.variables.map((index) => low[index]).join()}`;
      let part = this.#known.get(key);
      if (part === undefined) {
        part = planComponent(this.#model, component, below, low);
        this.#known.set(key, part);
        this.work += part?.work ?? component.variables.length;
      }
      if (!part) return null;
      parts.push(part);
      cost += part.cost;
      if (cost > most) return null;
    }
    return { below: below.slice(), parts, cost };
  }
}
