import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { errors } from './errors.ts';
import { type Key, keyPurposes } from './key.ts';

const shape = z.object({
  format: z.literal('junheng-key-1'),
  id: z.string().regex(/^[0-9a-z]{26}$/),
  purpose: z.enum(keyPurposes),
  madeAt: z.iso.datetime(),
  secret: z.base64().refine((text) => Buffer.from(text, 'base64').length === 32),
});

const ownerOnly = { folder: 0o700, file: 0o600 } as const;

/** @throws DomainError `keys.keyRefused` */
export function readKeys(folder: string): readonly Key[] {
  return namesIn(folder)
    .filter((name) => name.endsWith('.key'))
    .map((name) => readKey(path.join(folder, name)));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw errors.keyRefused({ file: folder }, error);
  }
}

function readKey(file: string): Key {
  try {
    const { id, purpose, secret } = shape.parse(JSON.parse(readFileSync(file, 'utf8')));
    return { id, purpose, secret: new Uint8Array(Buffer.from(secret, 'base64')) };
  } catch (cause) {
    // Not the cause of zod, which may quote what it read.
    throw errors.keyRefused({ file }, cause instanceof z.ZodError ? undefined : cause);
  }
}

/** Writes a key whole and synced before it gets its name: what it protects must never outlive it. */
export function writeKey(folder: string, { id, purpose, secret }: Key, at: Date): void {
  mkdirSync(folder, { recursive: true, mode: ownerOnly.folder });
  const text = JSON.stringify({
    format: 'junheng-key-1',
    id,
    purpose,
    madeAt: at.toISOString(),
    secret: Buffer.from(secret).toString('base64'),
  });
  const draft = path.join(folder, `${randomUUID()}.draft`);
  const file = openSync(draft, 'wx', ownerOnly.file);
  try {
    writeSync(file, `${text}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path.join(folder, `${purpose}-${id}.key`));
}
