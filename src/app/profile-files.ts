import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { countyWorkbookProfile, readProfiles } from '#engines/exchange';
import { guessProfile, type ProfileGuess, parseProfile, readProfile } from '#engines/mapping';
import { openTable } from '#engines/sheets';
import { registryDatasets } from '#modules/organization';
import type { Mistake, Words } from '#standards';
import { readGiven } from './import-files.ts';
import { openCatalogue } from './open-catalogue.ts';
import { profilesFolder } from './places.ts';

async function profileContext() {
  const { dictionary } = (await openCatalogue()).catalogue.library;
  return { datasets: registryDatasets, dictionary };
}

/** Every mistake of a mapping profile, with line and column. */
export async function checkProfile(file: string): Promise<readonly Mistake[]> {
  const text = (await readGiven(file)).toString('utf8');
  return parseProfile(file.replaceAll(path.sep, '/'), text, await profileContext()).mistakes;
}

/** A first draft of a profile for a file, and what only a person can answer. */
export async function guessProfileOf(file: string): Promise<ProfileGuess> {
  return guessProfile(openTable(await readGiven(file), path.basename(file)), await profileContext());
}

/** The profiles that come with the product. */
export async function listProfiles(): Promise<
  readonly { readonly id: string; readonly version: string; readonly title: Words }[]
> {
  const context = await profileContext();
  const texts = await readProfiles(pathToFileURL(`${profilesFolder}/`));
  return [countyWorkbookProfile(context.datasets, context.dictionary), ...texts.values()].map((text) => {
    const { id, version, title } = readProfile('profiles', text, context);
    return { id, version, title };
  });
}
