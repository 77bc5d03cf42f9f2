// Run by `npm pack`: Node strips no types inside node_modules, so a package that is installed needs the kernels as JavaScript.
// node scripts/build-kernels.mjs [folder]
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './steps/root.mjs';
import { runOrFail } from './steps/run.mjs';
import { findRuntime } from './steps/runtime.mjs';

const folder = process.argv[2] === undefined ? join(root, 'dist/kernels') : resolve(process.argv[2]);
rmSync(folder, { recursive: true, force: true });
const tsc = join(root, 'node_modules/typescript/bin/tsc');
await runOrFail(findRuntime(), [tsc, '-p', join(root, 'tsconfig.kernels.json'), '--outDir', folder]);
