import { copyFile, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { appErrors } from './errors.ts';
import { webFolder } from './places.ts';

/**
 * Reads the published files of a draw, given by name or as their folder.
 *
 * @throws DomainError `app.fileNotFound`
 */
export async function readDrawFiles(places: readonly string[]): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const place of places) {
    for (const file of await filesAt(place)) files.set(path.basename(file), await readFile(file));
  }
  return files;
}

/**
 * Copies the page that computes a draw again, one file that works without a network.
 *
 * @throws DomainError `app.drawPageMissing`
 */
export async function writeDrawPage(target: string): Promise<void> {
  try {
    await copyFile(path.join(webFolder, 'draw-check.html'), target);
  } catch (cause) {
    throw appErrors.drawPageMissing({}, cause);
  }
}

async function filesAt(place: string): Promise<string[]> {
  try {
    if (!(await stat(place)).isDirectory()) return [place];
    const names = await readdir(place);
    return names.filter((name) => /\.(csv|json)$/.test(name)).map((name) => path.join(place, name));
  } catch (cause) {
    throw appErrors.fileNotFound({ file: place }, cause);
  }
}
