import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Audit } from '#core/audit';
import type { Database } from '#core/db';
import { countyWorkbookProfile, type Exchange, openExchange, readProfiles } from '#engines/exchange';
import { type Profile, readProfile } from '#engines/mapping';
import { exchangeRegistry, registryDatasets } from '#modules/organization';
import { type CheckSet, type Dictionary, readChecks } from '#standards';
import { policiesFolder, profilesFolder } from './places.ts';

const checksFile = path.join(policiesFolder, 'checks/cross-form-checks.yaml');

async function shippedChecks(dictionary: Dictionary): Promise<CheckSet> {
  const { checks, mistakes } = readChecks({ path: checksFile, text: await readFile(checksFile, 'utf8') }, dictionary);
  if (checks === null) throw new Error(`${checksFile}: ${JSON.stringify(mistakes[0])}`);
  return checks;
}

/** The exchange engine put together with the registry's datasets and the profiles that come with the product. */
export async function openExchangeOver(
  database: Database,
  audit: Audit,
  dictionary: Dictionary,
): Promise<{ exchange: Exchange; profiles: readonly Profile[] }> {
  const context = { datasets: registryDatasets, dictionary };
  const profiles = await readProfiles(pathToFileURL(`${profilesFolder}/`));
  const checks = await shippedChecks(dictionary);
  const exchange = openExchange({ database, audit, ...context, registry: exchangeRegistry, profiles, checks });
  const texts = [countyWorkbookProfile(registryDatasets, dictionary), ...profiles.values()];
  return { exchange, profiles: texts.map((text) => readProfile('profiles', text, context)) };
}
