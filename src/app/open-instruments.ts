import path from 'node:path';
import { type InstrumentLibrary, openInstruments } from '#engines/instruments';
import { policiesFolder } from './places.ts';

/** The instruments that come with the product, and those in `instruments` of further folders of policies. */
export function shippedInstruments(folders: readonly string[] = []): Promise<InstrumentLibrary> {
  return openInstruments([policiesFolder, ...folders].map((folder) => path.join(folder, 'instruments')));
}
