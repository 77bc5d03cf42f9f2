import { fileTypeFromBuffer } from 'file-type';
import type { Session } from '#core/db';
import type { FileStore } from '#core/files';
import type { FileAnswer } from '#core/http';
import { errors } from './errors.ts';

const accepted = new Set(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);

/** Keeps a photo or document by its content. @throws DomainError `instruments.fileRefused` */
export async function keepEvidence(files: FileStore, bytes: Uint8Array): Promise<string> {
  const type = await fileTypeFromBuffer(bytes);
  if (type === undefined || !accepted.has(type.mime)) throw errors.fileRefused();
  return files.put(bytes);
}

/** Which of these files some answer shows, whether it stands or was changed since. */
export async function filesOfSheets(session: Session, names: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await session.query<{ file: string }>(
    'SELECT DISTINCT file FROM answer_change, unnest(files) AS file WHERE file = ANY ($1::text[])',
    [names],
  );
  return new Set(rows.map(({ file }) => file));
}

/** @throws DomainError `instruments.fileNotFound` */
export async function openEvidence(files: FileStore, file: string): Promise<FileAnswer> {
  const bytes = /^[0-9a-f]{64}$/.test(file) ? await files.get(file) : undefined;
  const type = bytes === undefined ? undefined : await fileTypeFromBuffer(bytes);
  if (bytes === undefined || type === undefined) throw errors.fileNotFound({ file });
  return { name: `${file.slice(0, 12)}.${type.ext}`, mediaType: type.mime, bytes };
}
