import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { z } from 'zod';

/** A file of a pack; the path is relative and written with `/`. */
export interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const manifestShape = z.object({
  format: z.literal('junheng-evidence-1'),
  madeAt: z.iso.datetime(),
  about: z.record(z.string(), z.json()),
  files: z.array(z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});
const signatureShape = z.object({
  algorithm: z.literal('Ed25519'),
  publicKey: z.string(),
  fingerprint: z.string(),
  signature: z.base64(),
});

export type EvidenceManifest = z.infer<typeof manifestShape>;

/** What is wrong with a pack, and with which file of it; `pack` = the whole. */
export interface PackFault {
  readonly path: string;
  readonly kind: 'not-a-pack' | 'signature' | 'missing' | 'changed' | 'added';
}

export interface OpenedPack {
  readonly manifest: EvidenceManifest | null;
  /** SHA-256 of the signer's public key: compare it with the one the signer names by another way. */
  readonly fingerprint: string | null;
  readonly faults: readonly PackFault[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const manifestPath = 'manifest.json';
const signaturePath = 'signature.json';
/** ZIP knows no time zone and begins in 1980; a fixed day makes the same pack the same bytes. */
const zipDay = new Date(2020, 0, 1);
/** Larger than any evidence; a bomb ends here. */
const mostBytes = 2 ** 30;

/**
 * Packs files as signed evidence: a ZIP with the files, `manifest.json` (what it is about, SHA-256 of every file) and
 * `signature.json` (Ed25519 over the manifest's bytes, with the public key). Anyone can check it, without us and without the network.
 *
 * @param key the private Ed25519 key of the installation
 */
export function packEvidence(
  files: readonly PackedFile[],
  { about, key, at }: { readonly about: EvidenceManifest['about']; readonly key: KeyObject; readonly at: Date },
): Buffer {
  const manifest: EvidenceManifest = {
    format: 'junheng-evidence-1',
    madeAt: at.toISOString(),
    about,
    files: files.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: hashOf(bytes) })),
  };
  const manifestBytes = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
  const signature = {
    algorithm: 'Ed25519',
    publicKey,
    fingerprint: fingerprintOf(publicKey),
    signature: sign(null, manifestBytes, key).toString('base64'),
  };
  const entries: Zippable = {
    [manifestPath]: manifestBytes,
    [signaturePath]: Buffer.from(`${JSON.stringify(signature, null, 1)}\n`),
  };
  for (const { path, bytes } of files) entries[path] = bytes;
  return Buffer.from(zipSync(entries, { level: 6, mtime: zipDay }));
}

/** Opens a pack and names everything that is wrong with it. Never throws on what it is given. */
export function openEvidence(bytes: Uint8Array): OpenedPack {
  const files = unzipped(bytes);
  if (files === undefined) return notAPack;
  const manifestBytes = files.get(manifestPath);
  const manifest = read(manifestShape, manifestBytes);
  const signature = read(signatureShape, files.get(signaturePath));
  if (manifestBytes === undefined || manifest === undefined || signature === undefined) return notAPack;
  const isSigned =
    signature.fingerprint === fingerprintOf(signature.publicKey) &&
    holds(signature.publicKey, manifestBytes, signature.signature);
  const named = new Map(manifest.files.map((file) => [file.path, file]));
  const faults: PackFault[] = isSigned ? [] : [{ path: 'pack', kind: 'signature' }];
  for (const { path, sha256 } of manifest.files) {
    const content = files.get(path);
    if (content === undefined) faults.push({ path, kind: 'missing' });
    else if (hashOf(content) !== sha256) faults.push({ path, kind: 'changed' });
  }
  for (const path of files.keys()) {
    if (path !== manifestPath && path !== signaturePath && !named.has(path)) faults.push({ path, kind: 'added' });
  }
  return { manifest, fingerprint: signature.fingerprint, faults, files };
}

const notAPack: OpenedPack = {
  manifest: null,
  fingerprint: null,
  faults: [{ path: 'pack', kind: 'not-a-pack' }],
  files: new Map(),
};

function unzipped(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | undefined {
  let total = 0;
  try {
    const entries = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        if (total > mostBytes) throw new RangeError('too large');
        return true;
      },
    });
    return new Map(Object.entries(entries));
  } catch {
    return undefined;
  }
}

function read<Shape extends z.ZodType>(shape: Shape, bytes: Uint8Array | undefined): z.output<Shape> | undefined {
  if (bytes === undefined) return undefined;
  try {
    return shape.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return undefined;
  }
}

function holds(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  try {
    return verify(null, bytes, createPublicKey(publicKey), Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

function fingerprintOf(publicKey: string): string {
  return createHash('sha256').update(publicKey.replaceAll(/\s/g, '')).digest('hex');
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
