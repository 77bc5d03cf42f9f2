import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The product's own folder. */
export const rootFolder = path.resolve(fileURLToPath(new URL('.', import.meta.url)), '..', '..');

/** The standards, measures and checks that come with the product. */
export const policiesFolder = path.join(rootFolder, 'policies');

/** The web as `npm start` builds it. */
export const webFolder = path.join(rootFolder, 'dist', 'web');

/** The ways to read a file that come with the product. */
export const profilesFolder = path.join(rootFolder, 'profiles');
