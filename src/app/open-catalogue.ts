import { type Conditions, openConditions } from '#modules/conditions';
import { policiesFolder } from './places.ts';

/** The standards that come with the product, and those of further folders. */
export function openCatalogue(folders: readonly string[] = []): Promise<Conditions> {
  return openConditions([
    { folder: policiesFolder, origin: 'shipped' },
    ...folders.map((folder) => ({ folder, origin: 'folder' as const })),
  ]);
}
