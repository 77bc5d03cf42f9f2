import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DrawList, freezeDraw, runDraw } from '#engines/draw';
import { inventDraw } from '#markets';
import { digestHex, hmacUnder, toUtf8 } from './digest.ts';
import { verifyDraw } from './index.ts';

const seed = {
  value: 'drand 4321000 7be1…',
  source: 'drand',
  witnesses: ['甲', '乙'],
  enteredAt: '2026-07-10T10:00:00+08:00',
};

function published(list: DrawList): Map<string, string> {
  const frozen = freezeDraw(list);
  return new Map([...frozen.files, ...runDraw(list, frozen.listHash, seed).files]);
}

const verify = (files: ReadonlyMap<string, string>) =>
  verifyDraw(new Map([...files].map(([name, text]) => [name, toUtf8(text)])));

const changed = (files: ReadonlyMap<string, string>, name: string, line: number, change: (line: string) => string) => {
  const lines = (files.get(name) ?? '').split('\n');
  lines[line - 1] = change(lines[line - 1] ?? '');
  return new Map([...files, [name, lines.join('\n')]]);
};

describe('digests', () => {
  it('are the published ones', () => {
    expect(digestHex('sm3', toUtf8('abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(digestHex('sha256', toUtf8('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('agree with those of OpenSSL at every length', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.uint8Array({ maxLength: 100 }),
        fc.string(),
        (bytes, key, text) => {
          for (const name of ['sha256', 'sm3'] as const) {
            expect(digestHex(name, bytes)).toBe(createHash(name).update(bytes).digest('hex'));
            expect(hmacUnder(name, key)(text)).toBe(createHmac(name, key).update(text).digest('hex'));
          }
        },
      ),
    );
  });
});

describe('a draw computed again', () => {
  it('agrees with the allocator in every line of markets of chance, families and all', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 31 }),
        fc.constantFrom(5, 12, 40),
        fc.boolean(),
        (number, applicants, isSm3) => {
          const options = {
            seed: number,
            applicants,
            schools: 4,
            choices: 4,
            room: 0.8,
            rules: 'all',
            inFamilies: 0.5,
          } as const;
          const found = verify(published(inventDraw(options, isSm3 ? 'sm3' : 'sha256')));
          kinds.add(`${found.kind}`);
          expect(found.differences).toEqual([]);
          expect(found.holds).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
    expect([...kinds].sort()).toEqual(['none', 'stable', 'unsettled']);
  });

  it('agrees in a town', () => {
    const options = {
      seed: 3,
      applicants: 1500,
      schools: 12,
      choices: 5,
      room: 0.9,
      rules: 'all',
      inFamilies: 0.05,
    } as const;
    expect(verify(published(inventDraw(options, 'sm3')))).toMatchObject({ holds: true, applicants: 1500 });
  });
});

describe('tampering', () => {
  const options = {
    seed: 8,
    applicants: 40,
    schools: 4,
    choices: 4,
    room: 0.6,
    rules: 'all',
    inFamilies: 0.2,
  } as const;
  const files = published(inventDraw(options, 'sha256'));

  it.each([
    ['results.csv', 17],
    ['numbers.csv', 5],
    ['outcome.csv', 2],
    ['applicants.csv', 12],
    ['choices.csv', 30],
    ['groups.csv', 3],
    ['families.csv', 2],
  ])('one line of %s changed is named', (name, line) => {
    const lists = /^(applicants|choices|groups|families)/.test(name);
    const tampered = changed(files, name, line, (text) => (lists ? text.replace(/\d(?=\D*$)/, '9') : `${text}x`));
    expect(tampered.get(name)).not.toBe(files.get(name));
    const { holds, differences } = verify(tampered);
    expect(holds).toBe(false);
    expect(differences[0]).toMatchObject({ file: name, line });
  });

  it('every single line of the results, one after another', () => {
    const lines = (files.get('results.csv') ?? '').trim().split('\n').length;
    for (let line = 2; line <= lines; line++) {
      const { differences } = verify(changed(files, 'results.csv', line, (text) => `${text}1`));
      expect(differences).toMatchObject([{ file: 'results.csv', line }]);
    }
  });

  it('a seed entered for another list, and another seed', () => {
    const other = changed(files, 'seed.json', 2, (text) => text.replace(/[0-9a-f]"/, 'z"'));
    expect(verify(other).differences[0]).toMatchObject({ file: 'seed.json' });
    const swapped = changed(files, 'seed.json', 3, (text) => text.replace('drand', 'DRAND'));
    expect(verify(swapped).differences[0]).toMatchObject({ file: 'numbers.csv', line: 2 });
  });

  it('a file that is missing or cannot be read is named with its line', () => {
    expect(verify(new Map([...files].filter(([name]) => name !== 'numbers.csv'))).differences).toMatchObject([
      { file: 'numbers.csv', line: 0 },
    ]);
    expect(verify(changed(files, 'frozen.json', 1, () => '[')).differences).toMatchObject([
      { file: 'frozen.json', line: 0 },
    ]);
    const short = changed(files, 'choices.csv', 9, () => 'A,1');
    expect(verify(short).differences).toMatchObject([{ file: 'choices.csv', line: 9 }]);
  });
});
