import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { exitCodes } from './exit-codes.ts';
import { printJson, printLine, printTable } from './output.ts';

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('recompute a snapshot from its own inputs and compare every number · 复算核验')
    .argument('<snapshot>', 'id of a snapshot, or a file that `evaluate --save` wrote')
    .option('--area <code>', 'the area it belongs to')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExit 1 where anything differs.\n\nExample:\n  junheng verify county-2026.snapshot')
    .action(async (snapshot: string, options: { area?: string; json?: boolean }) => {
      const { verifySnapshotFile, withApplication } = await import('#app');
      const found = existsSync(snapshot)
        ? await verifySnapshotFile(await readFile(snapshot), path.basename(snapshot))
        : await withApplication({}, ({ balance }) => balance.verifySnapshot(snapshot, options.area));
      if (options.json === true) printJson(found);
      else {
        printLine(found.holds ? `${found.id}: 一致 · holds` : `${found.id}: 不一致 · DIFFERS`);
        printTable(
          ['path', 'stored', 'recomputed'],
          found.differences.map(({ path: at, stored, recomputed }) => [at, stored, recomputed]),
        );
      }
      if (!found.holds) process.exitCode = exitCodes.failed;
    });
}
