export { deriveKey, type Key, type KeyPurpose } from './key.ts';
export { type KeyRing, memoryKeyRing, openKeyRing } from './key-ring.ts';
export { signingKeyOf } from './signing-key.ts';
