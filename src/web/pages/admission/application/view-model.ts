import type { Application } from '#contracts/admission';

export const steps = ['submitted', 'checked', 'frozen', 'drawn', 'announced'] as const;
export type Step = (typeof steps)[number];

const reachedBy: Readonly<Record<string, number>> = {
  published: 0,
  applying: 0,
  checking: 0,
  frozen: 2,
  seeded: 2,
  allocated: 3,
  announced: 4,
  registered: 4,
};

/** Which steps lie behind an application. */
export function stepsDone({ state, round }: Pick<Application, 'state' | 'round'>): ReadonlySet<Step> {
  if (state !== 'submitted') return new Set();
  return new Set(steps.slice(0, (reachedBy[round.state] ?? 0) + 1));
}
