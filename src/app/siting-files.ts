import { readFile } from 'node:fs/promises';
import { planSites, planZones, readShape, type SitePlan, sitingFile, type ZonePlan, zoningFile } from '#engines/siting';
import { appErrors } from './errors.ts';

export interface SitingQuestion {
  readonly file: string;
  readonly timeLimitS: number;
  readonly seed?: number | undefined;
}

/**
 * Sites for a file of places, within a time.
 *
 * @throws DomainError `app.fileNotFound`, `siting.*`
 */
export async function siteFile({ file, timeLimitS, seed }: SitingQuestion): Promise<SitePlan> {
  const shape = readShape(sitingFile, await textOf(file), file);
  const proceed = within(timeLimitS);
  return planSites(shape, { onProgress: proceed, ...(seed === undefined ? {} : { seed }) });
}

/**
 * Zones for a file of units and schools, within a time.
 *
 * @throws DomainError `app.fileNotFound`, `siting.*`
 */
export async function zoneFile({ file, timeLimitS, seed }: SitingQuestion): Promise<ZonePlan> {
  const shape = readShape(zoningFile, await textOf(file), file);
  const proceed = within(timeLimitS);
  return planZones(shape, { onProgress: proceed, ...(seed === undefined ? {} : { seed }) });
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw appErrors.fileNotFound({ file }, cause);
  }
}

function within(seconds: number): () => boolean {
  const end = performance.now() + 1000 * seconds;
  return () => performance.now() < end;
}
