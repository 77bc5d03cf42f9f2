import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { printJson, printTable } from './output.ts';
import { tellMistakes } from './tell-mistakes.ts';

interface Options {
  readonly json?: boolean;
}

/** `instruments list | check`. */
export function addInstruments(program: Command): void {
  const instruments = program
    .command('instruments')
    .description('rubrics, checklists and surveys: list and check them · 评价表、检查表与问卷')
    .addHelpText('after', '\nExamples:\n  junheng instruments list\n  junheng instruments check my-checklist.yaml');
  instruments
    .command('list')
    .description('every instrument that comes with the product')
    .option('--json', 'print JSON')
    .action(listInstruments);
  instruments
    .command('check')
    .description('every mistake with line and column; exit 3 where there is one')
    .argument('<file...>', 'instrument files')
    .option('--json', 'print JSON')
    .action(checkInstruments);
}

async function listInstruments(options: Options): Promise<void> {
  const { shippedInstruments } = await import('#app');
  const { itemsOf } = await import('#standards');
  const { all } = await shippedInstruments();
  if (options.json === true) return printJson(all.map(({ instrument }) => instrument));
  printTable(
    ['id', 'version', 'kind', 'name', 'stages', 'items', 'confidence'],
    all.map(({ instrument }) => [
      instrument.id,
      instrument.version,
      instrument.kind,
      instrument.words.zh,
      instrument.stages.join(', '),
      itemsOf(instrument).length,
      instrument.provenance.confidence,
    ]),
  );
}

async function checkInstruments(files: string[], options: Options): Promise<void> {
  const { readInstrument } = await import('#standards');
  const mistakes = [];
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    mistakes.push(...readInstrument({ path: file.replaceAll(path.sep, '/'), text }).mistakes);
  }
  tellMistakes(mistakes, { files: files.length, json: options.json === true });
}
