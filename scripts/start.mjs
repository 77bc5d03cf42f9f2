// npm start: installs what is missing, builds the web if it is stale, starts the server. Arguments go to `junheng serve`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { installIfNeeded } from './steps/install.mjs';
import { root } from './steps/root.mjs';
import { findRuntime, refuseOldNode } from './steps/runtime.mjs';
import { stop } from './steps/say.mjs';
import { buildWebIfStale } from './steps/web-build.mjs';

refuseOldNode();
await installIfNeeded();
const runtime = findRuntime();
if (!(await buildWebIfStale(runtime))) {
  stop('网页没有构建成功，原因见上。', 'The web pages could not be built; the reason stands above.');
}

const server = spawn(runtime, [join(root, 'bin/junheng.mjs'), 'serve', ...process.argv.slice(2)], { stdio: 'inherit' });
// A terminal's Ctrl+C reaches the server by itself; a signal sent to this process alone must be passed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 1 : 0)));
