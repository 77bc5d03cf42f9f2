import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, readFile, realpath, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { errors } from './errors.ts';

export interface FolderLock {
  release(): Promise<void>;
}

const ownerFile = 'owner.json';

/**
 * Takes a data folder for this process alone. The system frees it when the process ends, however it ends, so no lock can be stale.
 *
 * @remarks
 * Linux: an abstract socket, Windows: a named pipe, each named by a hash of the real path; macOS: a file opened with `O_EXLOCK`.
 * `owner.json` in the folder only says who holds it. On Linux the lock is seen within one network namespace: two containers must not
 * share a folder.
 * @throws DomainError `database.folderInUse` naming the holder, `database.folderRefused`
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const real = await makeFolder(folder);
  const release = process.platform === 'darwin' ? await lockFile(real) : await listenOn(real);
  if (release === undefined) {
    throw errors.folderInUse({ folder: real, ...(await ownerOf(real)) });
  }
  const owner = { pid: process.pid, since: new Date().toISOString() };
  await writeFile(path.join(real, ownerFile), `${JSON.stringify(owner)}\n`);
  return { release };
}

async function makeFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK);
    return await realpath(folder);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw errors.folderRefused({ folder, reason }, error);
  }
}

/** Resolves to nothing when another process listens there already. */
function listenOn(realFolder: string): Promise<(() => Promise<void>) | undefined> {
  const name = `junheng-${createHash('sha256').update(realFolder).digest('hex').slice(0, 32)}`;
  const address = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`;
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.unref();
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(undefined) : reject(error),
    );
    server.listen(address, () => resolve(() => new Promise((done) => server.close(() => done()))));
  });
}

async function lockFile(realFolder: string): Promise<(() => Promise<void>) | undefined> {
  const exclusiveLockFlag = 0x20;
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | exclusiveLockFlag;
  try {
    const file = await open(path.join(realFolder, 'lock'), flags);
    return () => file.close();
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EAGAIN' || error.code === 'EWOULDBLOCK')) {
      return undefined;
    }
    throw error;
  }
}

async function ownerOf(realFolder: string): Promise<{ pid: number | string; since: string }> {
  try {
    const owner: unknown = JSON.parse(await readFile(path.join(realFolder, ownerFile), 'utf8'));
    if (typeof owner === 'object' && owner !== null && 'pid' in owner && 'since' in owner) {
      return { pid: Number(owner.pid), since: String(owner.since) };
    }
  } catch {
    // The holder may be writing it this instant; the refusal matters more than the name.
  }
  return { pid: '?', since: '?' };
}
