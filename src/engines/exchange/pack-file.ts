import { promisify } from 'node:util';
import { constants, gunzip, zstdCompress, zstdDecompress } from 'node:zlib';

const gunzipAsync = promisify(gunzip);
const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/**
 * Packs a text file for keeping, on another thread; a workbook is packed already and stays as it is.
 *
 * @remarks Zstandard: gzip at its fastest takes five times as long, which an import of a million rows waits for.
 */
export async function packFile(bytes: Uint8Array): Promise<Uint8Array> {
  return isZip(bytes) || isPacked(bytes)
    ? bytes
    : compress(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
}

/** What `packFile` was given. A file that came packed is no table and was never kept. */
export async function unpackFile(kept: Uint8Array): Promise<Uint8Array> {
  if (isGzip(kept)) {
    return gunzipAsync(kept);
  }
  return isZstandard(kept) ? decompress(kept) : kept;
}

function isPacked(bytes: Uint8Array): boolean {
  return isGzip(bytes) || isZstandard(bytes);
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** What earlier versions packed with. */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function isZstandard(bytes: Uint8Array): boolean {
  return bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd;
}
