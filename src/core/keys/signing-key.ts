import { createPrivateKey, type KeyObject } from 'node:crypto';
import { deriveKey, type Key } from './key.ts';

/** The bytes that stand before an Ed25519 seed in PKCS #8 (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The private key with which this installation signs what it hands out; its public half goes with every signature. */
export function signingKeyOf(key: Key): KeyObject {
  const seed = deriveKey(key, 'ed25519 signatures', 32);
  return createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });
}
