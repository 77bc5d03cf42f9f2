import { fileTypeFromBuffer } from 'file-type';
import type { Principal } from '#core/access';
import type { Session } from '#core/db';
import type { Files } from '#core/files';
import type { FileAnswer } from '#core/http';
import { errors } from './errors.ts';

const accepted = new Set(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);

/** Takes in a photo or document for a sheet and answers its SHA-256. @throws DomainError `instruments.fileRefused`, `files.*` */
export async function keepEvidence(
  files: Pick<Files, 'add'>,
  { area, unit }: { readonly area: string; readonly unit: string },
  bytes: Uint8Array,
  by: Principal,
): Promise<string> {
  const type = await fileTypeFromBuffer(bytes);
  if (type === undefined || !accepted.has(type.mime)) throw errors.fileRefused();
  const place = { area, unit: unit === '' ? undefined : unit };
  const { sha256 } = await files.add(by, { ...place, name: '', bytes, keepTime: true, keepPlace: false });
  return sha256;
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
export async function openEvidence(files: Pick<Files, 'contentOf'>, file: string): Promise<FileAnswer> {
  if (!/^[0-9a-f]{64}$/.test(file)) throw errors.fileNotFound({ file });
  const bytes = await files.contentOf({ sha256: file });
  const type = await fileTypeFromBuffer(bytes);
  if (type === undefined) throw errors.fileNotFound({ file });
  return { name: `${file.slice(0, 12)}.${type.ext}`, mediaType: type.mime, bytes };
}
