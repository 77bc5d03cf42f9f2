import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/** Runs a program in the repository's folder, its output on ours; resolves with its exit code (a signal counts as 1). */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** As `run`, but rejects unless the program ends with 0. */
export async function runOrFail(program, args, options) {
  const code = await run(program, args, options);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} → exit ${code}`);
}
