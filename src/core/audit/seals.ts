import { appendFile, mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Head } from './model.ts';
import type { Signer } from './signer.ts';

/**
 * How far the chain reached, written down outside the database: at each sealing the newest head, once a day a line that stays.
 *
 * @remarks Whoever can write the database alone cannot shorten the chain unseen.
 */
export interface Seals {
  /** @throws Error where the seal was not written with our key */
  head(): Promise<Head | undefined>;
  /** Every daily line since the database was last put back from a backup, oldest first; `isTrue` = signed with our key. */
  lines(): Promise<readonly (SealLine & { readonly isTrue: boolean })[]>;
  write(head: Head, at: Date): Promise<void>;
  /** The chain is another from here: the database was put back from a backup. */
  restart(head: Head, at: Date): Promise<void>;
}

export interface SealLine extends Head {
  readonly kind: 'day' | 'restored';
  readonly at: string;
}

const shape = z.object({
  kind: z.enum(['head', 'day', 'restored']),
  at: z.iso.datetime(),
  seq: z.number().int().min(0),
  mac: z.string(),
  keyId: z.string(),
  seal: z.string(),
});
type Written = z.output<typeof shape>;

/** Seals in a folder; without one they last as long as the process. */
export function openSeals(folder: string | undefined, signer: Signer): Seals {
  const store = folder === undefined ? memoryStore() : folderStore(folder);
  const signed = (kind: Written['kind'], { seq, mac }: Head, at: Date): Written => {
    const unsigned = { kind, at: at.toISOString(), seq, mac, keyId: signer.keyId };
    return { ...unsigned, seal: signer.sealMac(unsigned.keyId, sealText(unsigned)) };
  };
  const isTrue = (line: Written): boolean => signer.isSeal(line.keyId, sealText(line), line.seal);
  const addLine = async (kind: 'day' | 'restored', head: Head, at: Date): Promise<void> =>
    store.addLine(JSON.stringify(signed(kind, head, at)));
  return {
    async head() {
      const text = await store.readHead();
      if (text === undefined) return undefined;
      const head = parse(text);
      return head !== undefined && isTrue(head) ? head : forged;
    },
    async lines() {
      const lines = (await store.readLines()).map((line) => {
        const read = parse(line);
        return read === undefined || read.kind === 'head'
          ? { kind: 'day' as const, at: '', ...forged, isTrue: false }
          : { kind: read.kind, at: read.at, seq: read.seq, mac: read.mac, isTrue: isTrue(read) };
      });
      return lines.slice(
        Math.max(
          0,
          lines.findLastIndex(({ kind, isTrue: holds }) => kind === 'restored' && holds),
        ),
      );
    },
    async write(head, at) {
      const last = parse((await store.readLines()).at(-1) ?? '');
      if (last?.at.slice(0, 10) !== at.toISOString().slice(0, 10)) await addLine('day', head, at);
      await store.writeHead(JSON.stringify(signed('head', head, at)));
    },
    async restart(head, at) {
      await addLine('restored', head, at);
      await store.writeHead(JSON.stringify(signed('head', head, at)));
    },
  };
}

/** Fits no chain, so that a damaged or forged seal is seen as a cut. */
const forged: Head = { seq: -1, mac: 'forged' };

function sealText({ kind, at, seq, mac, keyId }: Omit<Written, 'seal'>): string {
  return JSON.stringify([kind, at, seq, mac, keyId]);
}

function parse(text: string): Written | undefined {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

interface SealStore {
  readHead(): Promise<string | undefined>;
  writeHead(text: string): Promise<void>;
  readLines(): Promise<readonly string[]>;
  addLine(text: string): Promise<void>;
}

function memoryStore(): SealStore {
  let head: string | undefined;
  const lines: string[] = [];
  return {
    readHead: async () => head,
    writeHead: async (text) => {
      head = text;
    },
    readLines: async () => lines,
    addLine: async (text) => {
      lines.push(text);
    },
  };
}

function folderStore(folder: string): SealStore {
  const headFile = path.join(folder, 'head.json');
  const linesFile = path.join(folder, 'seals.jsonl');
  const read = (file: string): Promise<string | undefined> =>
    readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
  return {
    readHead: () => read(headFile),
    async writeHead(text) {
      await mkdir(folder, { recursive: true });
      const draft = `${headFile}.draft`;
      const file = await open(draft, 'w');
      try {
        await file.writeFile(`${text}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, headFile);
    },
    readLines: async () => ((await read(linesFile)) ?? '').split('\n').filter((line) => line !== ''),
    async addLine(text) {
      await mkdir(folder, { recursive: true });
      await appendFile(linesFile, `${text}\n`, { flush: true });
    },
  };
}
