import type { FastifyRequest } from 'fastify';
import { errors } from './errors.ts';
import type { UploadedFile } from './route.ts';

/**
 * Reads an upload: its plain fields, and its one file whole.
 *
 * @throws DomainError `core.fileMissing`, `core.mediaTypeRefused`
 */
export async function readUpload(
  request: FastifyRequest,
): Promise<{ fields: Record<string, string>; file: UploadedFile }> {
  if (!request.isMultipart()) {
    throw errors.mediaTypeRefused();
  }
  const fields: Record<string, string> = {};
  let file: UploadedFile | undefined;
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      file ??= { name: part.filename, bytes: await part.toBuffer() };
    } else if (typeof part.value === 'string') {
      fields[part.fieldname] = part.value;
    }
  }
  if (file === undefined) {
    throw errors.fileMissing();
  }
  return { fields, file };
}
