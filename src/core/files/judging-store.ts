import type { FileStore } from './file-store.ts';
import { intake } from './intake.ts';
import type { Scan } from './scan.ts';

/** The same store for those who keep their own rows: what is put is judged and made fit first, so its name is that of the bytes kept. */
export function judgingStore(store: FileStore, scan: Scan): FileStore {
  return {
    ...store,
    put: async (bytes) => store.put((await intake({ name: '', bytes }, { scan })).bytes),
  };
}
