import { createHash, createHmac } from 'node:crypto';

export type DrawDigest = 'sha256' | 'sm3';

export function digestHex(digest: DrawDigest, content: Uint8Array | string): string {
  return createHash(digest).update(content).digest('hex');
}

export function hmacHex(digest: DrawDigest, key: string, text: string): string {
  return createHmac(digest, key).update(text).digest('hex');
}
