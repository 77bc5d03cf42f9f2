import { errors } from './errors.ts';

/** Tells a zip from text by the first bytes, and refuses by name what is neither. */
export function identifyFile(bytes: Uint8Array, file: string): 'zip' | 'text' {
  if (bytes.length === 0) {
    throw errors.emptyFile({ file });
  }
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) {
    return 'zip';
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    refuseCompound(bytes, file);
  }
  for (const [found, mark] of otherTypes) {
    if (startsWith(bytes, mark)) {
      throw errors.wrongType({ file, found });
    }
  }
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).replace(/^[^\x20-\x7e]+/, '');
  if (/^\s*(<!doctype html|<html|<table|<meta)/i.test(start)) {
    throw errors.wrongType({ file, found: 'HTML' });
  }
  if (/^\s*<\?xml/i.test(start)) {
    throw errors.wrongType({ file, found: 'XML' });
  }
  return 'text';
}

const otherTypes: readonly (readonly [string, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip', [0x1f, 0x8b]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** An OLE compound file: an encrypted xlsx, an old xls, or another old Office document, told apart by its stream names. */
function refuseCompound(bytes: Uint8Array, file: string): never {
  const names = new Set<string>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder('utf-16le');
  for (let at = 512; at + 128 <= bytes.length && names.size < 10_000; at += 128) {
    const length = view.getUint16(at + 64, true);
    const kind = bytes[at + 66] ?? 0;
    if (length >= 4 && length <= 64 && length % 2 === 0 && kind >= 1 && kind <= 5) {
      names.add(decoder.decode(bytes.subarray(at, at + length - 2)));
    }
  }
  if (names.has('EncryptedPackage')) {
    throw errors.encryptedFile({ file });
  }
  if (names.has('Workbook') || names.has('Book')) {
    throw errors.oldWorkbook({ file });
  }
  if (names.has('WordDocument')) {
    throw errors.wrongType({ file, found: 'Word (.doc)' });
  }
  throw names.has('Root Entry') ? errors.wrongType({ file, found: 'OLE' }) : errors.brokenFile({ file, part: 'OLE' });
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
