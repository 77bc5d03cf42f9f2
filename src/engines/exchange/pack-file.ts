import { promisify } from 'node:util';
import { constants, gunzip, gzip } from 'node:zlib';

const gzipAsync = promisify(gzip);
const gunzipAsync = promisify(gunzip);

/** Packs a text file for keeping, on another thread; a workbook is packed already and stays as it is. */
export async function packFile(bytes: Uint8Array): Promise<Uint8Array> {
  return isZip(bytes) || isGzip(bytes) ? bytes : gzipAsync(bytes, { level: constants.Z_BEST_SPEED });
}

/** What `packFile` was given. A file that came as gzip is no table and was never kept. */
export async function unpackFile(kept: Uint8Array): Promise<Uint8Array> {
  return isGzip(kept) ? gunzipAsync(kept) : kept;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
