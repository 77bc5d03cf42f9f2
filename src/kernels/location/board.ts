import type { BoundSource, SitingEnd, SitingOptions, SitingProgress } from './problem.ts';

/** Value and bound agree when they are nearer than this part of the value (whole-number values agree exactly). */
const proofGap = 1.1e-7;

/** The best plan so far, the bound, the work done, and whether to go on. */
export class Board<Plan extends { readonly value: number }> {
  best: Plan | null = null;
  bound = 0;
  boundBy: BoundSource = 'lagrangian';
  branches = 0;
  work = 0;
  private stopped: 'deadline' | 'cancelled' | null = null;
  private readonly goal: number;
  private readonly options: SitingOptions;
  private readonly grain: number;

  /** @param grain every plan's value is a multiple of this; 0 = of nothing known */
  constructor(options: SitingOptions, grain: number) {
    this.options = options;
    this.grain = grain;
    this.goal = options.gapGoal ?? proofGap;
  }

  get value(): number {
    return this.best?.value ?? Number.POSITIVE_INFINITY;
  }

  get gap(): number {
    const { value } = this;
    if (value === Number.POSITIVE_INFINITY) return 1;
    return value > 0 ? Math.max(0, value - this.bound) / value : 0;
  }

  /** Whether the search may go on: neither stopped nor good enough. */
  get isOpen(): boolean {
    return this.stopped === null && !(this.best !== null && this.gap <= this.goal);
  }

  /** A branch with this bound holds no better plan, or none worth the search. */
  readonly enough = (): number => {
    const { value } = this;
    return this.grain > 0 ? value - this.grain * (1 - 1e-5) : value - 1e-7 * Math.abs(value);
  };

  accept(plan: Plan): boolean {
    if (plan.value >= this.value) return false;
    this.best = plan;
    return true;
  }

  /** Raises the bound to the next value that a plan can have. */
  raise(bound: number, boundBy: BoundSource): void {
    const { grain } = this;
    const raised = grain > 0 ? Math.ceil(bound / grain - 1e-6) * grain : bound;
    const held = Math.min(raised, this.value);
    if (held <= this.bound) return;
    this.bound = held;
    this.boundBy = boundBy;
  }

  /** Tells the caller where the search stands, and hears whether it goes on. */
  proceed(phase: SitingProgress['phase']): boolean {
    if (this.stopped !== null) return false;
    const { value, bound, work } = this;
    if (this.options.onProgress?.({ phase, value, bound, work }) === false) this.stopped = 'cancelled';
    else if (work >= (this.options.deadline ?? Number.POSITIVE_INFINITY)) this.stopped = 'deadline';
    return this.isOpen;
  }

  private get ended(): SitingEnd {
    if (this.gap <= proofGap) return 'proved';
    if (this.gap <= this.goal) return 'goal';
    return this.stopped ?? 'exhausted';
  }

  report() {
    const { value, bound, gap, boundBy, ended, branches, work } = this;
    return { value, bound, gap, boundBy, ended, branches, work };
  }

  get whyUnresolved(): 'deadline' | 'cancelled' {
    return this.stopped ?? 'deadline';
  }
}

/** 1 when every number is whole (infinite ones aside), otherwise 0. */
export function grainOf(...lists: readonly Float64Array[]): number {
  return lists.every((list) => list.every((x) => Number.isInteger(x) || x === Number.POSITIVE_INFINITY)) ? 1 : 0;
}
