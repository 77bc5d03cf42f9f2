import { errors } from './errors.ts';
import { type FileKind, familyMegabytes } from './file-kinds.ts';
import { identifyKind } from './identify-kind.ts';
import { type PhotoFacts, readExif } from './read-exif.ts';
import { redrawImage } from './redraw-image.ts';
import type { Scan } from './scan.ts';

export interface IntakeRules {
  /** Absent = every kind of file that is taken in at all. */
  readonly families?: readonly FileKind['family'][] | undefined;
  readonly scan: Scan;
}

/** A file as it may be kept. */
export interface TakenFile extends PhotoFacts {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly family: FileKind['family'];
  /** Of a picture: what it shows; null for anything else. */
  readonly fingerprint: string | null;
}

const megabyte = 1 << 20;

/**
 * Judges a file that somebody sends and makes it fit to be kept: its content must be what its name says and of a kind that cannot run,
 * pictures are drawn anew, a scanner may look at it.
 *
 * @throws DomainError `files.*`
 */
export async function intake(
  file: { readonly name: string; readonly bytes: Uint8Array },
  { families, scan }: IntakeRules,
): Promise<TakenFile> {
  const { family, mediaType } = await identifyKind(file.name, file.bytes);
  if (families?.includes(family) === false) throw errors.kindRefused({ kind: mediaType });
  if (file.bytes.byteLength > familyMegabytes[family] * megabyte) {
    throw errors.tooLarge({ limitMegabytes: familyMegabytes[family] });
  }
  await scan(file.bytes);
  if (family !== 'image') {
    return { bytes: file.bytes, mediaType, family, fingerprint: null, takenAt: null, place: null };
  }
  const { bytes, fingerprint } = await redrawImage(file.bytes, mediaType);
  return { bytes, mediaType, family, fingerprint, ...readExif(file.bytes) };
}
