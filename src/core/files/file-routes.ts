import { type BoundRoute, bindRoutes } from '#core/http';
import { filesRoutes, type KeptFile } from './contract.ts';
import type { FileRecord } from './file-rows.ts';
import type { Files } from './open-files.ts';

/** Converts requests to calls of the files. */
export function bindFiles(files: Files): readonly BoundRoute[] {
  return bindRoutes(filesRoutes, {
    async add({ query, form, file, principal }) {
      const { found, ...added } = await files.add(principal, { ...query, ...form, ...file });
      return { ...shown(added), found };
    },
    file: async ({ params, principal }) => shown(await files.find(principal, params.file)),
    async content({ params, principal }) {
      const file = await files.find(principal, params.file);
      return { name: file.name, mediaType: file.mediaType, bytes: await files.contentOf(file) };
    },
  });
}

function shown({ fingerprint: _fingerprint, at, ...file }: FileRecord): KeptFile {
  return { ...file, at: at.toISOString() };
}
