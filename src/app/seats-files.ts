import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ProjectedFiles, projectFiles, readSeatsPolicy } from '#modules/seats';
import { readGiven } from './import-files.ts';
import { policiesFolder } from './places.ts';

export interface ProjectSeatsOptions {
  readonly enrolment: string;
  readonly births?: string | undefined;
  readonly housing?: string | undefined;
  readonly ahead: number;
  /** Yearly factors on entrants and on each step upward. */
  readonly entry: number;
  readonly progression: number;
  readonly progress: (text: string) => void;
}

/** Pupils of coming years from files alone; nothing is kept. */
export async function projectSeats(options: ProjectSeatsOptions): Promise<ProjectedFiles> {
  const given = async (file: string | undefined) =>
    file === undefined ? undefined : { name: path.basename(file), bytes: await readGiven(file) };
  const [enrolment, births, housing, policy] = await Promise.all([
    given(options.enrolment),
    given(options.births),
    given(options.housing),
    readFile(path.join(policiesFolder, 'seats.yaml'), 'utf8'),
  ]);
  if (enrolment === undefined) throw new RangeError('a file of pupils is wanted');
  return projectFiles({
    enrolment,
    births,
    housing,
    ahead: options.ahead,
    scenario: { entry: options.entry, progression: options.progression, arrivals: 1 },
    policy: readSeatsPolicy(policy),
    onProgress: (trials) => {
      options.progress(`${trials} trials`);
      return true;
    },
  });
}
