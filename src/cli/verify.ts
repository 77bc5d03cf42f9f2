import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import type { EvidenceVerification } from '#app';
import { exitCodes } from './exit-codes.ts';
import { printJson, printLine, printTable } from './output.ts';

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('recompute a snapshot, or check a signed pack of evidence, and compare every number · 复算核验')
    .argument('<snapshot>', 'id of a snapshot, a file that `evaluate --save` wrote, or a pack of evidence')
    .option('--area <code>', 'the area it belongs to')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExit 1 where anything differs.\n\nExamples:\n  junheng verify county-2026.snapshot\n  junheng verify 甲县-2026-R1-primary.evidence.zip',
    )
    .action(async (snapshot: string, options: { area?: string; json?: boolean }) => {
      const { isEvidence, verifyEvidenceFile, verifySnapshotFile, withApplication } = await import('#app');
      const bytes = existsSync(snapshot) ? await readFile(snapshot) : undefined;
      const name = path.basename(snapshot);
      if (bytes !== undefined && isEvidence(bytes)) {
        return tellEvidence(await verifyEvidenceFile(bytes, name), name, options.json === true);
      }
      const found =
        bytes !== undefined
          ? await verifySnapshotFile(bytes, name)
          : await withApplication({}, ({ balance }) => balance.verifySnapshot(snapshot, options.area));
      if (options.json === true) printJson(found);
      else {
        printLine(found.holds ? `${found.id}: 一致 · holds` : `${found.id}: 不一致 · DIFFERS`);
        printTable(
          ['hash', 'stored', 'recomputed'],
          [
            ['输入 inputs', found.inputsHash.stored, found.inputsHash.recomputed],
            ['标准 standard', found.standardHash.stored, found.standardHash.recomputed],
            ['结果 result', found.resultHash.stored, found.resultHash.recomputed],
          ],
        );
        printTable(
          ['path', 'stored', 'recomputed'],
          found.differences.map(({ path: at, stored, recomputed }) => [at, stored, recomputed]),
        );
      }
      if (!found.holds) process.exitCode = exitCodes.failed;
    });
}

function tellEvidence(found: EvidenceVerification, name: string, asJson: boolean): void {
  if (!found.holds) process.exitCode = exitCodes.failed;
  if (asJson) return printJson(found);
  printLine(found.holds ? `${name}: 一致 · holds` : `${name}: 不一致 · DOES NOT HOLD`);
  printLine(`公钥指纹 fingerprint of the key: ${found.fingerprint ?? '—'}`);
  printTable(
    ['', ''],
    [
      ...Object.entries(found.about).map(([key, value]) => [key, String(value)]),
      ['madeAt', found.madeAt ?? '—'],
      [
        '复算 evaluation computed again',
        found.evaluation === null ? '—' : found.evaluation.holds ? 'holds' : 'DIFFERS',
      ],
      ['各校数值 values follow from it', found.valuesFollow ? 'yes' : 'NO'],
    ],
  );
  printTable(
    ['file', 'fault'],
    found.faults.map(({ path: file, kind }) => [file, kind]),
  );
}
