import path from 'node:path';
import { guessProfile as guess, type ProfileGuess } from '#engines/mapping';
import { openTable } from '#engines/sheets';
import { registryDatasets } from '#modules/organization';
import { readGiven } from './import-files.ts';
import { openCatalogue } from './open-catalogue.ts';

/** A draft profile for a file, with what was recognised and what is left to ask. */
export async function guessProfile(file: string): Promise<ProfileGuess> {
  const { dictionary } = (await openCatalogue()).catalogue.library;
  const table = openTable(await readGiven(file), path.basename(file));
  return guess(table, { datasets: registryDatasets, dictionary });
}
