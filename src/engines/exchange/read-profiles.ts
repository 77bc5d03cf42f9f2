import { readdir, readFile } from 'node:fs/promises';

/** Texts of all profiles in a folder and below, by the id each declares. */
export async function readProfiles(folder: URL): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml')).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name.replaceAll('\\', '/'), folder), 'utf8')));
  return new Map(
    texts.flatMap((text) => [[/^profile:\s*([a-z0-9-]+)\s*$/m.exec(text)?.[1], text] as const].filter(isNamed)),
  );
}

function isNamed(entry: readonly [string | undefined, string]): entry is readonly [string, string] {
  return entry[0] !== undefined;
}
