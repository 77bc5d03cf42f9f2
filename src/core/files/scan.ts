import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { errors } from './errors.ts';

/** Says whether a file is free of harm. @throws DomainError `files.infected`, `files.scanFailed` */
export type Scan = (bytes: Uint8Array) => Promise<void>;

export interface ScanSettings {
  /** A program that reads a file from its standard input and ends with 0 (clean), 1 (infected) or anything else (failed). */
  readonly scanCommand?: string | undefined;
  /** The socket of clamd: a path, or `host:port`. */
  readonly clamdSocket?: string | undefined;
}

const patienceMs = 60_000;
const chunkBytes = 1 << 16;

/** The scan that the settings name; without one every file passes. */
export function scanOf({ scanCommand, clamdSocket }: ScanSettings): Scan {
  const scans = [
    ...(scanCommand === undefined ? [] : [scanByCommand(scanCommand)]),
    ...(clamdSocket === undefined ? [] : [scanByClamd(clamdSocket)]),
  ];
  return async (bytes) => {
    for (const scan of scans) await scan(bytes);
  };
}

function scanByCommand(command: string): Scan {
  const [program = '', ...given] = command.split(/\s+/);
  return async (bytes) => {
    const scanner = spawn(program, given, { stdio: ['pipe', 'ignore', 'ignore'], timeout: patienceMs });
    // A scanner that has seen enough closes its input before the end.
    scanner.stdin.on('error', () => {});
    scanner.stdin.end(bytes);
    const closed: readonly unknown[] = await once(scanner, 'close').catch((error: unknown) => {
      throw errors.scanFailed({}, error);
    });
    const [code] = closed;
    if (code === 1) throw errors.infected();
    if (code !== 0) throw errors.scanFailed();
  };
}

/** clamd's INSTREAM: pieces with their length before them, an empty one at the end; it answers in a line. */
function scanByClamd(address: string): Scan {
  return async (bytes) => {
    const answer = await askClamd(socketTo(address), bytes).catch((error: unknown) => {
      throw errors.scanFailed({}, error);
    });
    if (/FOUND/.test(answer)) throw errors.infected();
    if (!/: OK/.test(answer)) throw errors.scanFailed();
  };
}

function socketTo(address: string): Socket {
  const [, host, port] = /^([^/\\]+):(\d+)$/.exec(address) ?? [];
  return host === undefined ? connect(address) : connect(Number(port), host);
}

async function askClamd(socket: Socket, bytes: Uint8Array): Promise<string> {
  socket.setTimeout(patienceMs, () => socket.destroy(new Error('clamd did not answer')));
  socket.setEncoding('utf8');
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.byteLength; at += chunkBytes) {
    const piece = bytes.subarray(at, at + chunkBytes);
    socket.write(lengthOf(piece.byteLength));
    socket.write(piece);
  }
  socket.end(lengthOf(0));
  let answer = '';
  for await (const part of socket) answer += String(part);
  return answer;
}

function lengthOf(bytes: number): Uint8Array {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes);
  return length;
}
