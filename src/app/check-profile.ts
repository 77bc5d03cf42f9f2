import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseProfile } from '#engines/mapping';
import { registryDatasets } from '#modules/organization';
import type { Mistake } from '#standards';
import { openCatalogue } from './open-catalogue.ts';

/** Every mistake of a mapping profile, with line and column. */
export async function checkProfile(file: string): Promise<readonly Mistake[]> {
  const { dictionary } = (await openCatalogue()).catalogue.library;
  const text = await readFile(file, 'utf8');
  return parseProfile(file.replaceAll(path.sep, '/'), text, { datasets: registryDatasets, dictionary }).mistakes;
}
