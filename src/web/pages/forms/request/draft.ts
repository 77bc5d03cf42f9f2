import type { FormDetail, FormStage, Frequency } from '#contracts/forms';

export const stageIds: readonly FormStage[] = ['kindergarten', 'primary', 'junior', 'senior', 'special'];
export const frequencies = [
  'once',
  'weekly',
  'monthly',
  'quarterly',
  'termly',
  'yearly',
] as const satisfies readonly Frequency[];

/** A request while it is written; numbers as typed. */
export interface Draft {
  readonly title: string;
  readonly office: string;
  readonly basis: string;
  readonly why: string;
  readonly frequency: (typeof frequencies)[number];
  readonly stages: readonly FormStage[];
  readonly minutes: string;
  readonly fromOn: string;
  readonly untilOn: string;
}

/** What a form begins with: nothing, or what was said in a request that came back. */
export function draftOf(again: FormDetail | null): Draft {
  return {
    title: again?.title.zh ?? '',
    office: again?.office.id ?? 'education',
    basis: again?.basis.zh ?? '',
    why: again?.why ?? '',
    frequency: frequencies.find((one) => one === again?.frequency) ?? 'termly',
    stages: again?.stages ?? ['primary', 'junior'],
    minutes: String(again?.minutes ?? 20),
    fromOn: again?.fromOn ?? '',
    untilOn: again?.untilOn ?? '',
  };
}

/** From where its fields were to be pre-filled, by name. */
export function sourcesOf(again: FormDetail | null): ReadonlyMap<string, string> {
  return new Map(
    (again?.fieldRows ?? []).flatMap(({ name, source }) => (source === null ? [] : [[name.zh, source.key] as const])),
  );
}
