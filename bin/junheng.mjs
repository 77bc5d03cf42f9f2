#!/usr/bin/env node
// The launcher: plain JavaScript that any Node from 18 on can read. The product itself is TypeScript and needs Node 24,
// which the repository brings along (npm package `node`); an older Node hands over to that one.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
// A namespace, because Node 20 has no enableCompileCache and would refuse the named import.
import * as nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const main = join(root, 'src', 'cli', 'main.ts');
const cache = process.env.NODE_COMPILE_CACHE ?? join(root, '.cache', 'compile');

if (canRunProduct()) {
  nodeModule.enableCompileCache?.(cache);
  await import(pathToFileURL(main).href);
} else {
  const own = ownNode();
  if (own === undefined) {
    console.error('本程序需要 Node 24：请在程序目录运行 npm ci。');
    console.error('Junheng needs Node 24: run npm ci in its folder.');
    process.exit(1);
  }
  const child = spawn(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => {
    console.error(`${own}: ${error.message}`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
}

function canRunProduct() {
  return Number(process.versions.node.split('.')[0]) >= 24;
}

/** The Node that came with `npm ci`; its place differs between npm versions and systems. */
function ownNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const candidates = [join(root, 'node_modules', 'node', 'bin', name)];
  try {
    candidates.push(
      join(dirname(nodeModule.createRequire(join(root, 'package.json')).resolve('node/package.json')), 'bin', name),
    );
  } catch {
    // Not installed: the caller says what to do.
  }
  return candidates.find((path) => existsSync(path));
}
