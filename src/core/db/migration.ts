import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

/** Where the forward-only `.sql` files of one room lie. */
export interface MigrationFolder {
  /** The room or module that owns the tables, such as `organization`. */
  readonly owner: string;
  readonly folder: URL;
}

export interface Migration {
  /** `<owner>/<file without .sql>`. */
  readonly id: string;
  readonly owner: string;
  readonly script: string;
  readonly sha256: string;
}

/** Reads the scripts of all rooms: rooms in the order given, files of a room by name. */
export async function readMigrations(folders: readonly MigrationFolder[]): Promise<readonly Migration[]> {
  const perFolder = await Promise.all(folders.map(readFolder));
  return perFolder.flat();
}

async function readFolder({ owner, folder }: MigrationFolder): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      // A checkout may carry Windows line ends; the checksum must not.
      const script = (await readFile(new URL(name, folder), 'utf8')).replaceAll('\r\n', '\n');
      const sha256 = createHash('sha256').update(script).digest('hex');
      return { id: `${owner}/${name.slice(0, -4)}`, owner, script, sha256 };
    }),
  );
}
