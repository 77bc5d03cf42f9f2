import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type CountyFiles, type ProjectedFiles, projectFiles, readSeatsPolicy, type StoredRows } from '#modules/seats';
import { withApplication } from './application.ts';
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

/** Keeps files of a county in this installation: all of them or nothing. */
export async function loadSeats(
  county: string,
  files: { readonly [Kind in keyof CountyFiles]?: string | undefined },
): Promise<StoredRows> {
  const [grades, places, rooms, homes, duties] = await Promise.all([
    readNamed(files.grades),
    readNamed(files.places),
    readNamed(files.rooms),
    readNamed(files.homes),
    readNamed(files.duties),
  ]);
  return withApplication({}, ({ seats }) => seats.load(county, { grades, places, rooms, homes, duties }));
}

async function readNamed(file: string | undefined) {
  return file === undefined ? undefined : { name: path.basename(file), bytes: await readGiven(file) };
}

/** Pupils of coming years from files alone; nothing is kept. */
export async function projectSeats(options: ProjectSeatsOptions): Promise<ProjectedFiles> {
  const [enrolment, births, housing, policy] = await Promise.all([
    readNamed(options.enrolment),
    readNamed(options.births),
    readNamed(options.housing),
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
