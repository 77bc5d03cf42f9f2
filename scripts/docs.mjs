// npm run docs: writes docs/reference from the product itself. `-- --check` only says whether it is up to date.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './steps/root.mjs';
import { run } from './steps/run.mjs';
import { findRuntime } from './steps/runtime.mjs';

if (Number(process.versions.node.split('.')[0]) < 24) {
  process.exit(await run(findRuntime(), process.argv.slice(1)));
}

const { referencePages } = await import('./reference/pages.mjs');
const folder = join(root, 'docs/reference');
const isCheck = process.argv.includes('--check');
const stale = [];
mkdirSync(folder, { recursive: true });
for (const [name, text] of await referencePages()) {
  const file = join(folder, name);
  if (readOr(file, '') === text) continue;
  stale.push(name);
  if (!isCheck) writeFileSync(file, text);
}
if (isCheck && stale.length > 0) {
  console.error(`docs/reference is stale: ${stale.join(', ')}. Run: npm run docs`);
  process.exitCode = 1;
} else {
  console.log(stale.length === 0 ? 'docs/reference is up to date' : `docs/reference: wrote ${stale.join(', ')}`);
}

function readOr(file, otherwise) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}
