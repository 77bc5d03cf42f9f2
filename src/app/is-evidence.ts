/** Whether a file is a pack of evidence by its first bytes; a snapshot is compressed in another way. */
export function isEvidence(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}
