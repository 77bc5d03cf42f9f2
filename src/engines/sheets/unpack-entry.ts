import { Inflate } from 'fflate';
import { errors } from './errors.ts';
import type { ReadLimits } from './model.ts';
import type { ZipEntry } from './zip-entries.ts';

const stepBytes = 64 * 1024;
const ratioJudgedFrom = 16 * 1024 * 1024;

/** Unpacks one part step by step, counting what really comes out; a part that grows abnormally is refused on the way. */
export function* unpackEntry(entry: ZipEntry, file: string, limits: ReadLimits): Generator<Uint8Array> {
  if (entry.encrypted) {
    throw errors.encryptedFile({ file });
  }
  if (entry.method === 0) {
    yield entry.packed;
    return;
  }
  if (entry.method !== 8) {
    throw errors.brokenFile({ file, part: entry.name });
  }
  let ready: Uint8Array[] = [];
  let unpacked = 0;
  const inflate = new Inflate((chunk) => {
    unpacked += chunk.length;
    ready.push(chunk);
  });
  const allowed = Math.min(limits.unpackedBytes, Math.max(ratioJudgedFrom, entry.packed.length * limits.ratio));
  for (let at = 0; at < entry.packed.length; at += stepBytes) {
    try {
      inflate.push(entry.packed.subarray(at, at + stepBytes), at + stepBytes >= entry.packed.length);
    } catch (cause) {
      throw errors.brokenFile({ file, part: entry.name }, cause);
    }
    if (unpacked > allowed) {
      throw errors.zipBomb({ file, part: entry.name });
    }
    yield* ready;
    ready = [];
  }
}
