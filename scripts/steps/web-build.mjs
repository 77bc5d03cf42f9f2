import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

// What the browser's code is made of: its own room, the rooms it may import, and what builds it.
const folders = ['src/web', 'src/kernels', 'src/replay', 'src/standards', 'src/modules'];
const files = ['package.json', 'package-lock.json', 'vite.config.ts'];
const stamp = join(root, 'dist/web/.junheng-source');

/** Builds the web into dist/web, unless what it is made of has not changed since the last build; false where that failed. */
export async function buildWebIfStale(runtime) {
  const source = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === source) return true;
  say('正在构建网页（约半分钟）…', 'building the web pages (about half a minute)…');
  const code = await run(runtime, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn']);
  if (code === 0) writeFileSync(stamp, source);
  return code === 0;
}

function hashOfSources() {
  const hash = createHash('sha256');
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .map((name) => join(root, folder, name))
      .filter((path) => /(?<!\.test)\.(tsx?|css|html|svg|json)$/.test(path)),
  );
  for (const path of [...paths, ...files.map((name) => join(root, name)).filter(existsSync)].sort(byCode)) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function byCode(a, b) {
  return a < b ? -1 : Number(a > b);
}
