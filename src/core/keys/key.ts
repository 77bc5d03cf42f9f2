import { hkdfSync } from 'node:crypto';

/** What a key is for; a key of one purpose is never used for another. */
export const keyPurposes = ['audit', 'personal', 'index', 'evidence'] as const;
export type KeyPurpose = (typeof keyPurposes)[number];

/** A secret of 32 bytes of chance. It leaves this process in no other form than what was computed with it. */
export interface Key {
  /** Sorts by the time it was made. */
  readonly id: string;
  readonly purpose: KeyPurpose;
  readonly secret: Uint8Array;
}

/** A key for one algorithm, derived from a key of the ring, so that no two algorithms share one. */
export function deriveKey({ secret, id }: Key, use: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, id, `junheng ${use}`, bytes));
}
