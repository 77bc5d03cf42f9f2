import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, build as viteBuild } from 'vite';

const workerName = 'service-worker';
/** The pages that open without a network; everything else is loaded when it is asked for. */
const offlinePages = /\/pages\/instruments\/(sheet|sheets)\/page\.tsx$/;

/** Tells the service worker which build it belongs to and which files the offline pages are made of. */
function offlineFiles(): Plugin {
  return {
    name: 'junheng-offline-files',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
      const needed = new Set<string>();
      const need = (name: string): void => {
        const chunk = chunks.find(({ fileName }) => fileName === name);
        if (needed.has(name)) return;
        needed.add(name);
        for (const file of [...(chunk?.imports ?? []), ...(chunk?.viteMetadata?.importedCss ?? [])]) need(file);
      };
      for (const { fileName, name, isEntry, facadeModuleId } of chunks) {
        if ((isEntry && name !== workerName) || offlinePages.test(facadeModuleId ?? '')) need(fileName);
      }
      const files = [...needed].sort().map((name) => `/${name}`);
      const build = createHash('sha256').update(Object.keys(bundle).sort().join()).digest('hex').slice(0, 12);
      const worker = chunks.find(({ name }) => name === workerName);
      if (worker === undefined) throw new Error('the service worker was not built');
      worker.code = `self.offlineBuild=${JSON.stringify({ build, files })};\n${worker.code}`;
    },
  };
}

/** Adds the page that computes a draw again: one file with everything inside, to be downloaded and opened from a disk. */
function drawPage(): Plugin {
  const room = resolve(import.meta.dirname, 'src/replay');
  return {
    name: 'junheng-draw-page',
    async generateBundle() {
      const built = await viteBuild({
        configFile: false,
        root: room,
        logLevel: 'warn',
        build: {
          write: false,
          target: 'es2020',
          modulePreload: false,
          rolldownOptions: { input: resolve(room, 'page.ts'), output: { format: 'iife' } },
        },
      });
      const script = [built].flat().flatMap((result) => ('output' in result ? [result.output[0].code] : []))[0];
      if (script === undefined) throw new Error('the page of the draw was not built');
      const page = readFileSync(resolve(room, 'page.html'), 'utf8');
      const source = page.replace('/*program*/', () => script.replaceAll('</', '<\\/'));
      this.emitFile({ type: 'asset', fileName: 'draw-check.html', source });
    },
  };
}

export default defineConfig({
  root: 'src/web',
  plugins: [react(), offlineFiles(), drawPage()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: {
        index: resolve(import.meta.dirname, 'src/web/index.html'),
        [workerName]: resolve(import.meta.dirname, 'src/web/offline/service-worker.ts'),
      },
      // Without a hash: the browser looks for a newer worker under the same name.
      output: { entryFileNames: ({ name }) => (name === workerName ? '[name].js' : 'assets/[name]-[hash].js') },
    },
  },
  server: {
    proxy: { '/api': { target: process.env['JUNHENG_API'] ?? 'http://127.0.0.1:7070', changeOrigin: false } },
  },
});
