import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    address: string;
  }
}

/** Starts the product as a user does, on an empty data folder with the demo county, and stops it after the last story. */
export default async function startProduct(project: TestProject): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), 'junheng-stories-'));
  const server = spawn(process.execPath, ['bin/junheng.mjs', 'serve', '--port', '7270', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    await ended(server);
    rmSync(data, { recursive: true, force: true });
  };
  try {
    project.provide('address', await printedAddress(server));
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

function printedAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /https?:\/\/(localhost|127\.0\.0\.1):\d+/.exec(printed)?.[0];
      if (address !== undefined) resolve(address);
    });
    server.once('error', reject);
    server.once('exit', (code) =>
      reject(new Error(`the server ended with ${code} before it printed an address:\n${printed}`)),
    );
  });
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    const kill = setTimeout(() => server.kill('SIGKILL'), 20_000);
    server.once('exit', () => {
      clearTimeout(kill);
      resolve();
    });
    server.kill('SIGTERM');
  });
}
