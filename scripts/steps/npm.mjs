import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runOrFail } from './run.mjs';

/** Runs npm in the repository's folder; rejects when npm fails. */
export function runNpm(args) {
  const cli = [
    process.env.npm_execpath,
    join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js'),
    join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
  ].find((path) => path?.endsWith('.js') && existsSync(path));
  if (cli !== undefined) return runOrFail(process.env.npm_node_execpath ?? process.execPath, [cli, ...args]);
  // Windows starts npm.cmd only through its shell; the arguments here are our own constants.
  return runOrFail('npm', args, { shell: process.platform === 'win32' });
}
