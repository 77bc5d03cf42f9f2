import type { HousingProject } from '#contracts/seats';

type Duty = HousingProject['duties'][number];

/** One step of one duty of one project. */
export type StepRow = Duty['steps'][number] & {
  readonly housing: string;
  readonly name: string;
  readonly stage: Duty['stage'];
};

const order = { late: 0, waiting: 1, doneLate: 2, done: 3 } as const;

/** Every step of every project, late ones first, then by their dates. */
export function stepRows(projects: readonly HousingProject[]): readonly StepRow[] {
  return projects
    .flatMap(({ id, name, duties }) =>
      duties.flatMap(({ stage, steps }) => steps.map((step) => ({ ...step, housing: id, name, stage }))),
    )
    .toSorted((a, b) => order[a.state] - order[b.state] || a.dueOn.localeCompare(b.dueOn));
}
