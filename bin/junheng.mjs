#!/usr/bin/env node
// The launcher: plain JavaScript that an older Node can read too. The product itself is TypeScript and needs Node 24,
// which the repository brings along (npm package `node`); an older Node hands over to that one.
import { spawn } from 'node:child_process';
// A namespace, because Node 20 has no enableCompileCache and would refuse the named import.
import * as nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

if (Number(process.versions.node.split('.')[0]) >= 24) {
  nodeModule.enableCompileCache?.(process.env.NODE_COMPILE_CACHE ?? join(root, '.cache', 'compile'));
  await import(pathToFileURL(join(root, 'src', 'cli', 'main.ts')).href);
} else {
  const { findRuntime } = await import(pathToFileURL(join(root, 'scripts', 'steps', 'runtime.mjs')).href);
  const child = spawn(findRuntime(), [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  // A terminal's Ctrl+C reaches the child by itself; a signal sent to this process alone must be passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.once('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
}
