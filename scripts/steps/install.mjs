import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './npm.mjs';
import { root } from './root.mjs';
import { say, stop } from './say.mjs';

const modules = join(root, 'node_modules');
const stamp = join(modules, '.junheng-lock');

/** Installs what package-lock.json names, unless it is installed already. */
export async function installIfNeeded() {
  // A linked node_modules belongs to someone else's checkout, who keeps it.
  if (existsSync(modules) && lstatSync(modules).isSymbolicLink()) return;
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const wanted = `${lock} ${process.platform}-${process.arch}\n`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const isFirst = !existsSync(modules);
  say(
    isFirst ? '首次运行：正在安装程序所需的软件包（约 1 GB，一两分钟）…' : '软件包清单有变，正在更新…',
    isFirst ? 'first run: installing packages (about 1 GB, a minute or two)…' : 'the package lock changed: updating…',
  );
  try {
    // `npm ci` deletes everything first, also the Node that may be running this; an update must not.
    await runNpm(isFirst ? ['ci', '--loglevel=error'] : ['install', '--no-save', '--loglevel=error']);
  } catch (error) {
    stop(
      `安装没有完成（${error.message}）。请检查网络或 npm 镜像设置，再试一次。`,
      `The installation did not finish (${error.message}). Check the network or the npm registry setting and try again.`,
    );
  }
  writeFileSync(stamp, wanted);
}
