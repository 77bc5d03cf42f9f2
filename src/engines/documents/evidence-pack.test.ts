import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openEvidence, packEvidence } from './evidence-pack.ts';

const { privateKey: key } = generateKeyPairSync('ed25519');
const { privateKey: stranger } = generateKeyPairSync('ed25519');
const at = new Date('2026-11-21T08:00:00Z');
const files = [
  { path: 'values.csv', bytes: Buffer.from('school,value\n甲,4.2\n') },
  { path: 'files/photo.png', bytes: Buffer.from([1, 2, 3]) },
];
const about = { area: '900121', indicator: 'R1' };
const pack = packEvidence(files, { about, key, at });

/** The pack with one of its files put, replaced or (null) taken away. */
function withFile(path: string, bytes: Uint8Array | null): Uint8Array {
  const { [path]: _, ...rest } = unzipSync(pack);
  return zipSync(bytes === null ? rest : { ...rest, [path]: bytes });
}

test('a pack says what it is about, who signed it and that nothing was touched', () => {
  const opened = openEvidence(pack);
  expect(opened).toMatchObject({ manifest: { about, madeAt: at.toISOString() }, faults: [] });
  expect(opened.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  expect(Buffer.from(opened.files.get('values.csv') ?? []).toString()).toContain('甲,4.2');
});

test('the same content makes the same bytes', () => {
  expect(packEvidence(files, { about, key, at }).equals(pack)).toBe(true);
});

test('what was changed, taken away or added is named', () => {
  expect(openEvidence(withFile('values.csv', Buffer.from('school,value\n甲,9.9\n'))).faults).toEqual([
    { path: 'values.csv', kind: 'changed' },
  ]);
  expect(openEvidence(withFile('values.csv', null)).faults).toEqual([{ path: 'values.csv', kind: 'missing' }]);
  expect(openEvidence(withFile('extra.txt', Buffer.from('x'))).faults).toEqual([{ path: 'extra.txt', kind: 'added' }]);
});

test('a manifest made to fit is not signed by the same hand', () => {
  const forged = unzipSync(
    packEvidence([{ path: 'values.csv', bytes: Buffer.from('甲,9.9') }], { about, key: stranger, at }),
  );
  const mixed = { ...forged, 'signature.json': unzipSync(pack)['signature.json'] ?? new Uint8Array() };
  expect(openEvidence(zipSync(mixed)).faults).toContainEqual({ path: 'pack', kind: 'signature' });
  expect(openEvidence(zipSync(forged)).fingerprint).not.toBe(openEvidence(pack).fingerprint);
});

test('no byte of it can be changed unseen', () => {
  const names = Object.keys(unzipSync(pack));
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), fc.integer({ min: 1, max: 255 }), (name, place, by) => {
      const bytes = Uint8Array.from(unzipSync(pack)[name] ?? []);
      const index = place % bytes.length;
      bytes[index] = ((bytes[index] ?? 0) + by) % 256;
      const before = openEvidence(pack);
      const after = openEvidence(withFile(name, bytes));
      // White space in the signature's own frame carries nothing.
      const isSame =
        JSON.stringify(after.manifest) === JSON.stringify(before.manifest) && after.fingerprint === before.fingerprint;
      expect(after.faults.length > 0 || (name === 'signature.json' && isSame)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('anything else is no pack', () => {
  for (const bytes of [
    new Uint8Array(),
    Buffer.from('PK'),
    zipSync({ 'a.txt': new Uint8Array() }),
    pack.subarray(0, 200),
  ]) {
    expect(openEvidence(bytes).faults).toEqual([{ path: 'pack', kind: 'not-a-pack' }]);
  }
});
