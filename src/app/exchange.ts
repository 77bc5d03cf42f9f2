import { pathToFileURL } from 'node:url';
import type { Audit } from '#core/audit';
import type { Database } from '#core/db';
import { countyWorkbookProfile, type Exchange, openExchange, readProfiles } from '#engines/exchange';
import { type Profile, readProfile } from '#engines/mapping';
import { exchangeRegistry, registryDatasets } from '#modules/organization';
import type { Dictionary } from '#standards';
import { profilesFolder } from './places.ts';

/** The exchange engine put together with the registry's datasets and the profiles that come with the product. */
export async function openExchangeOver(
  database: Database,
  audit: Audit,
  dictionary: Dictionary,
): Promise<{ exchange: Exchange; profiles: readonly Profile[] }> {
  const context = { datasets: registryDatasets, dictionary };
  const profiles = await readProfiles(pathToFileURL(`${profilesFolder}/`));
  const exchange = openExchange({ database, audit, ...context, registry: exchangeRegistry, profiles });
  const texts = [countyWorkbookProfile(registryDatasets, dictionary), ...profiles.values()];
  return { exchange, profiles: texts.map((text) => readProfile('profiles', text, context)) };
}
