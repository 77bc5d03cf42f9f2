import type { SitingOptions, SitingPlan, SitingResult } from '#kernels/location';
import type { BenchLine } from './bench-line.ts';
import { type PeerPlan, type PeerProblem, siteWithHighs } from './location-peer.ts';

interface Measured {
  readonly bench: string;
  readonly instance: string;
  readonly problem: PeerProblem;
  readonly optimum: number | null;
  readonly goal: string;
  readonly limitMs: number;
  /** Whether the goal is reached by this plan in this time. */
  readonly isMet: (plan: SitingPlan, ms: number) => boolean;
  /** The rules themselves, from the plan alone: its value, or NaN where it breaks one. */
  readonly valueOf: (plan: SitingPlan) => number;
  readonly solve: (options: SitingOptions) => SitingResult;
}

/** One published problem: ours within the time limit, then the peer on the same problem. */
export async function measureSiting(measured: Measured): Promise<BenchLine> {
  const { bench, instance, problem, optimum, goal, limitMs, solve } = measured;
  const start = performance.now();
  let foundMs = 0;
  let last = Number.POSITIVE_INFINITY;
  const result = solve({
    onProgress: ({ value }) => {
      const ms = performance.now() - start;
      if (value < last) [last, foundMs] = [value, ms];
      return ms < limitMs;
    },
  });
  const ms = performance.now() - start;
  const plan = result.kind === 'plan' ? result : null;
  const peer = await siteWithHighs(problem, 20);
  const slack = 1e-6 * Math.abs(plan?.value ?? 0);
  const correct =
    plan !== null &&
    Math.abs(measured.valueOf(plan) - plan.value) <= slack &&
    plan.bound <= plan.value + slack &&
    (optimum === null || (plan.bound <= optimum + slack && plan.value >= optimum - slack)) &&
    isSame(peer, optimum);
  return {
    bench,
    n: problem.customers,
    instance,
    value: plan?.value ?? Number.NaN,
    bound: plan?.bound ?? Number.NaN,
    optimum,
    ours_ms: Math.round(ms),
    peer: 'HiGHS (WASM), the same problem, 20 s',
    peer_ms: peer === null ? null : Math.round(peer.ms),
    ratio: peer === null ? null : ms / peer.ms,
    goal,
    met: correct && plan !== null && measured.isMet(plan, ms),
    correct,
    gap: plan?.gap ?? 1,
    note: `${plan?.ended ?? result.kind}, bound by ${plan?.boundBy ?? 'nothing'}, ${plan?.branches ?? 0} branches, best plan seen by ${Math.round(foundMs)} ms; ${tellPeer(peer)}`,
  };
}

function isSame(peer: PeerPlan | null, optimum: number | null): boolean {
  if (peer === null || peer.value === null || !peer.isOptimum || optimum === null) return true;
  return Math.abs(peer.value - optimum) <= 1e-5 * optimum;
}

function tellPeer(peer: PeerPlan | null): string {
  if (peer === null) return 'the problem is too large for the peer';
  if (peer.value === null) return 'the peer found nothing';
  return `peer ${peer.value}${peer.isOptimum ? ' (optimum)' : ' (not proved)'}`;
}
