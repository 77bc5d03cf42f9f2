import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rootFolder } from './places.ts';

/** The version of this installation. */
export const { version } = JSON.parse(readFileSync(path.join(rootFolder, 'package.json'), 'utf8')) as {
  readonly version: string;
};
