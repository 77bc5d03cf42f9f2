import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { StandardFile } from '#standards';
import { conditionsErrors } from './errors.ts';

export interface PolicyFolder {
  readonly folder: string;
  readonly origin: 'shipped' | 'folder';
}

const textFile = /\.(ya?ml|md)$/i;
/** Examples are there to be copied and to be named by their path; they bind nobody. */
const examples = /^examples[\\/]/;

/** Every text file below a folder of policies, in order of path; paths are relative to the folder and use `/`. */
export async function readPolicyFolder(folder: string): Promise<readonly StandardFile[]> {
  const names = await readdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw conditionsErrors.folderNotFound({ folder: path.basename(folder) }, cause);
  });
  const paths = names.filter((name) => textFile.test(name) && !examples.test(name)).sort();
  return Promise.all(
    paths.map(async (name) => ({
      path: name.replaceAll(path.sep, '/'),
      // A checkout may carry Windows line ends; the hash of a standard must not.
      text: (await readFile(path.join(folder, name), 'utf8')).replaceAll('\r\n', '\n'),
    })),
  );
}
