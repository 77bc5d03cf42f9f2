import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { errors } from './errors.ts';

/** AES-256-GCM, or SM4 in counter mode with HMAC-SM3 over what it gave. */
export type CellCipher = 'aes' | 'sm4';

/**
 * Encrypts a text. `place` (table, column and row) is signed with it, so that a cell cannot be moved to another row unseen.
 *
 * @returns `jp1.<key id>.<cipher>.<bytes>`
 */
export function sealCell(secret: Uint8Array, keyId: string, cipher: CellCipher, place: string, plain: string): string {
  const body = cipher === 'aes' ? sealAes(secret, place, plain) : sealSm4(secret, place, plain);
  return `jp1.${keyId}.${cipher}.${body.toString('base64url')}`;
}

/** @throws DomainError `personal.damaged` */
export function openCell(secret: Uint8Array, place: string, cell: string): string {
  const [, , cipher, body = ''] = cell.split('.');
  try {
    const bytes = Buffer.from(body, 'base64url');
    return cipher === 'sm4' ? openSm4(secret, place, bytes) : openAes(secret, place, bytes);
  } catch {
    throw errors.damaged();
  }
}

/** The id of the key a cell was encrypted with. @throws DomainError `personal.damaged` */
export function keyOfCell(cell: string): string {
  const [format, keyId] = cell.split('.');
  if (format !== 'jp1' || keyId === undefined) throw errors.damaged();
  return keyId;
}

const nonceBytes = 12;
const tagBytes = 16;

function sealAes(secret: Uint8Array, place: string, plain: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
}

function openAes(secret: Uint8Array, place: string, bytes: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(-tagBytes));
  const sealed = bytes.subarray(nonceBytes, -tagBytes);
  return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
}

const ivBytes = 16;
const macBytes = 32;

/** Node's OpenSSL has SM4 without GCM, so the tag is our own: encrypt, then sign. */
function sealSm4(secret: Uint8Array, place: string, plain: string): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('sm4-ctr', sm4Key(secret), iv);
  const sealed = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([sealed, macOf(secret, place, sealed)]);
}

function openSm4(secret: Uint8Array, place: string, bytes: Buffer): string {
  const sealed = bytes.subarray(0, -macBytes);
  if (!timingSafeEqual(macOf(secret, place, sealed), bytes.subarray(-macBytes))) throw errors.damaged();
  const decipher = createDecipheriv('sm4-ctr', sm4Key(secret), sealed.subarray(0, ivBytes));
  return Buffer.concat([decipher.update(sealed.subarray(ivBytes)), decipher.final()]).toString('utf8');
}

function sm4Key(secret: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sm3', secret, '', 'junheng sm4', 16));
}

function macOf(secret: Uint8Array, place: string, sealed: Buffer): Buffer {
  const key = Buffer.from(hkdfSync('sm3', secret, '', 'junheng hmac-sm3', 32));
  return createHmac('sm3', key)
    .update(`${Buffer.byteLength(place)} ${place}`)
    .update(sealed)
    .digest();
}
