import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

export interface FirstViewOptions {
  /** The built web; `npx vite build` writes it. */
  readonly webRoot?: string;
}

export interface FirstViewLine {
  readonly bench: 'first-view';
  /** Gzipped script that the browser loads before the county overview stands, without charts. */
  readonly bytes: number;
  readonly goal: number;
  readonly met: boolean;
  readonly files: readonly string[];
}

const goalBytes = 200_000;
const entries = ['index.html', 'pages/balance/county-overview/page.tsx'];

/** Measures the script of the first view: the entry, the county overview and all that both import at once. */
export async function* run({ webRoot = 'dist/web' }: FirstViewOptions = {}): AsyncGenerator<FirstViewLine> {
  const manifest = JSON.parse(readFileSync(join(webRoot, '.vite/manifest.json'), 'utf8')) as Readonly<
    Record<string, Chunk>
  >;
  const files = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`the build has no ${key}: run npx vite build`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const entry of entries) visit(entry);
  const scripts = [...files].filter((file) => file.endsWith('.js')).sort();
  const bytes = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(webRoot, file))).length, 0);
  yield { bench: 'first-view', bytes, goal: goalBytes, met: bytes < goalBytes, files: scripts };
}
