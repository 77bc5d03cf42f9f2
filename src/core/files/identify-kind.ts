import { unzipSync } from 'fflate';
import { fileTypeFromBuffer } from 'file-type';
import { errors } from './errors.ts';
import { type FileKind, fileKinds } from './file-kinds.ts';

/**
 * What a file is by its content, which must be what its name says.
 *
 * @throws DomainError `files.kindRefused`, `files.typeDiffers`, `files.macrosRefused`, `files.broken`
 */
export async function identifyKind(name: string, bytes: Uint8Array): Promise<FileKind> {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const declared = fileKinds.find(({ extensions }) => extensions.includes(extension));
  const found = await foundType(bytes, extension);
  if (/macroenabled/i.test(found)) throw errors.macrosRefused();
  const kind = fileKinds.find(({ mediaType }) => mediaType === found);
  if (kind === undefined) throw errors.kindRefused({ kind: found });
  if (extension !== '' && declared !== kind) throw errors.typeDiffers({ declared: extension, found });
  return kind;
}

async function foundType(bytes: Uint8Array, extension: string): Promise<string> {
  const sniffed = await fileTypeFromBuffer(bytes);
  if (sniffed === undefined) return isText(bytes) ? (extension === 'csv' ? 'text/csv' : 'text/plain') : 'unknown';
  const isZip = sniffed.mime === 'application/zip' || sniffed.mime.startsWith('application/vnd.openxmlformats');
  if (!isZip) return sniffed.mime;
  const names = namesIn(bytes);
  if (names.some((entry) => /(^|\/)vbaProject\.bin$/i.test(entry))) throw errors.macrosRefused();
  return names.includes('OFD.xml') ? 'application/ofd' : sniffed.mime;
}

/** The names in a zip, read from its list; nothing is unpacked. */
function namesIn(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter({ name }) {
        names.push(name);
        return false;
      },
    });
  } catch (error) {
    throw errors.broken({}, error);
  }
  return names;
}

/** Text in UTF-8 or GB18030, without control characters but tab and line ends. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return false;
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false;
    }
  });
}
