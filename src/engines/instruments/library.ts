import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type CompiledInstrument, readInstrument } from '#standards';
import { errors } from './errors.ts';

/** The instruments that can be answered now; older versions live with the answers given to them. */
export interface InstrumentLibrary {
  readonly all: readonly CompiledInstrument[];
  /** @throws DomainError `instruments.instrumentNotFound` */
  find(id: string): CompiledInstrument;
}

/**
 * Reads every instrument below the folders; a later folder replaces what has the same id. A folder that is missing holds none.
 *
 * @throws DomainError `instruments.instrumentRefused` where a file has a mistake
 */
export async function openInstruments(folders: readonly string[]): Promise<InstrumentLibrary> {
  const byId = new Map<string, CompiledInstrument>();
  for (const folder of folders) {
    const names = (await readdir(folder).catch(() => [])).filter((name) => /\.ya?ml$/i.test(name)).sort();
    for (const name of names) {
      const text = await readFile(path.join(folder, name), 'utf8');
      const { compiled, mistakes } = readInstrument({ path: name, text });
      const [first] = mistakes;
      if (compiled === null) {
        throw errors.instrumentRefused({
          file: name,
          line: first?.line ?? 1,
          column: first?.column ?? 1,
          mistake: first?.code ?? '',
        });
      }
      byId.set(compiled.instrument.id, compiled);
    }
  }
  return {
    all: [...byId.values()],
    find(id) {
      const found = byId.get(id);
      if (found === undefined) throw errors.instrumentNotFound({ instrument: id });
      return found;
    },
  };
}
