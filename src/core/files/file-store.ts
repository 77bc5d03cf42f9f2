import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Files by their content: the name of a file is the SHA-256 of its bytes, so the same file is kept once and cannot change unseen. */
export interface FileStore {
  /** Keeps the bytes and answers their SHA-256. Whole or not at all, also when the power fails. */
  put(bytes: Uint8Array): Promise<string>;
  /** `undefined` where nothing of that name is kept. @throws Error where the bytes no longer fit the name */
  get(sha256: string): Promise<Uint8Array | undefined>;
  remove(sha256: string): Promise<void>;
  /** The names of all files, sorted. */
  list(): Promise<readonly string[]>;
}

const name = /^[0-9a-f]{64}$/;

/** Opens a store in a folder, which is made when the first file is put. */
export function openFileStore(folder: string): FileStore {
  const placeOf = (sha256: string): string => {
    if (!name.test(sha256)) {
      throw new Error('not the name of a kept file');
    }
    return path.join(folder, sha256.slice(0, 2), sha256.slice(2));
  };
  return {
    async put(bytes) {
      const sha256 = hashOf(bytes);
      const place = placeOf(sha256);
      await mkdir(path.dirname(place), { recursive: true });
      await writeWhole(place, bytes);
      return sha256;
    },
    async get(sha256) {
      const bytes = await readFile(placeOf(sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') {
          return undefined;
        }
        throw error;
      });
      if (bytes !== undefined && hashOf(bytes) !== sha256) {
        throw new Error(`the kept file ${sha256} is damaged`);
      }
      return bytes;
    },
    remove: (sha256) => rm(placeOf(sha256), { force: true }),
    async list() {
      const groups = await readdir(folder).catch(() => []);
      const names = await Promise.all(
        groups.map(async (group) =>
          (await readdir(path.join(folder, group)).catch(() => [])).map((rest) => group + rest),
        ),
      );
      return names
        .flat()
        .filter((each) => name.test(each))
        .sort();
    },
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Writes a file so that a reader sees the old one or the whole new one, never a part. */
async function writeWhole(place: string, bytes: Uint8Array): Promise<void> {
  const draft = `${place}.${randomUUID()}.draft`;
  try {
    const file = await open(draft, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
