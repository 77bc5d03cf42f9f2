import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const consumer = mkdtempSync(join(tmpdir(), 'junheng-consumer-'));
afterAll(() => rmSync(consumer, { recursive: true, force: true }));

test('an installed package gives its kernels as junheng/kernels/<name>', () => {
  const installed = join(consumer, 'node_modules/junheng');
  mkdirSync(installed, { recursive: true });
  cpSync('package.json', join(installed, 'package.json'));
  execFileSync(process.execPath, ['scripts/build-kernels.mjs', join(installed, 'dist/kernels')]);
  writeFileSync(
    join(consumer, 'use.mjs'),
    `import { coefficientOfVariation } from 'junheng/kernels/inequality';
     console.log(coefficientOfVariation(new Float64Array([1, 3]), new Float64Array([1, 1])));`,
  );
  const printed = execFileSync(process.execPath, [join(consumer, 'use.mjs')], { encoding: 'utf8' });
  expect(Number(printed)).toBeCloseTo(0.5, 12);
});
