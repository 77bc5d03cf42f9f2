// npm run check: types, lint, format, dead code, rooms, reference pages; two at a time, one summary.
//
// npm run check -- <names>   only those, e.g. `npm run check -- types lint`
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { installIfNeeded } from './steps/install.mjs';
import { root } from './steps/root.mjs';
import { findRuntime, refuseOldNode } from './steps/runtime.mjs';

refuseOldNode();
await installIfNeeded();
const runtime = findRuntime();

const checks = [
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '-b'] },
  { name: 'rooms', command: ['node_modules/vitest/vitest.mjs', 'run', 'tests/architecture', '--reporter=dot'] },
  { name: 'lint', command: ['node_modules/oxlint/bin/oxlint', '--deny-warnings'] },
  { name: 'dead code', command: ['node_modules/knip/bin/knip.js', '--no-progress'] },
  { name: 'format', command: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'] },
  { name: 'reference', command: ['scripts/docs.mjs', '--check'] },
  { name: 'openapi', command: ['node_modules/@redocly/cli/bin/cli.js', 'lint', 'docs/reference/openapi.json'] },
];

const chosen = process.argv.length > 2 ? checks.filter(({ name }) => process.argv.slice(2).includes(name)) : checks;
const waiting = [...chosen];
const results = [];
await Promise.all(Array.from({ length: Math.max(1, Math.min(4, availableParallelism())) }, work));

for (const { name, code, output } of results) if (code !== 0) console.log(`\n── ${name} ──\n${output.trimEnd()}`);
console.log('');
for (const { name, code, seconds } of results) console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
const failed = results.filter(({ code }) => code !== 0).length;
console.log(failed === 0 ? `all ${results.length} checks passed` : `${failed} of ${results.length} checks failed`);
process.exitCode = failed === 0 && results.length > 0 ? 0 : 1;

async function work() {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const start = Date.now();
    const { code, output } = await capture(check.command);
    results.push({ name: check.name, code, output, seconds: ((Date.now() - start) / 1000).toFixed(1) });
  }
}

/** Runs a script under the product's Node and keeps what it prints. */
function capture([script, ...args]) {
  const file = join(root, script);
  if (!existsSync(file)) return Promise.resolve({ code: 1, output: `${script} is not installed` });
  return new Promise((resolve) => {
    const child = spawn(runtime, [file, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.once('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}
