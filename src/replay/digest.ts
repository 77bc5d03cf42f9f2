import { sha256 } from './sha256.ts';
import { sm3 } from './sm3.ts';

export type DigestName = 'sha256' | 'sm3';

export function isDigestName(name: unknown): name is DigestName {
  return name === 'sha256' || name === 'sm3';
}

/** The digest in hexadecimal digits. */
export function digestHex(name: DigestName, bytes: Uint8Array): string {
  return hex(digest(name, bytes));
}

/**
 * A function that gives the HMAC of a text under one key, in hexadecimal digits.
 *
 * @source RFC 2104
 */
export function hmacUnder(name: DigestName, key: Uint8Array): (text: string) => string {
  const block = new Uint8Array(64);
  block.set(key.length > 64 ? digest(name, key) : key);
  const inner = block.map((byte) => byte ^ 0x36);
  const outer = block.map((byte) => byte ^ 0x5c);
  return (text) => hex(digest(name, join(outer, digest(name, join(inner, toUtf8(text))))));
}

export function toUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function digest(name: DigestName, bytes: Uint8Array): Uint8Array {
  return name === 'sm3' ? sm3(bytes) : sha256(bytes);
}

function join(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const both = new Uint8Array(head.length + tail.length);
  both.set(head);
  both.set(tail, head.length);
  return both;
}

function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}
