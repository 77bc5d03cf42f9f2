import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Command, Option } from 'commander';
import { printJson, printLine, printTable } from './output.ts';
import { tellMistakes } from './tell-mistakes.ts';

interface Options {
  readonly folder?: string[];
  readonly json?: boolean;
  readonly edition?: string;
  readonly language: 'zh' | 'en';
}

/** `standards list | show | check | diff`. */
export function addStandards(program: Command): void {
  const standards = program
    .command('standards')
    .description('what is required: list, show, check and compare standards · 标准')
    .addHelpText(
      'after',
      '\nExamples:\n  junheng standards list\n  junheng standards show CN-CQB-2017 --language en\n  junheng standards check my-standard.yaml\n  junheng standards diff CN-CQB-2017 CN-CQB-2017@2',
    );
  addSub(standards, 'list', 'every standard of the catalogue').action(listStandards);
  addSub(standards, 'show', 'its clauses, lines and sources')
    .argument('<id>', 'id of a standard')
    .option('--edition <version>', 'an edition that is not the newest')
    .action(showStandard);
  addSub(standards, 'check', 'every mistake with line and column; exit 3 where there is one')
    .argument('<file...>', 'standard files')
    .action(checkStandards);
  addSub(standards, 'diff', 'what differs, clause by clause')
    .argument('<from>', 'id, or id@version')
    .argument('<to>', 'id, or id@version')
    .action(diffStandards);
}

function addSub(standards: Command, name: string, description: string): Command {
  return standards
    .command(name)
    .description(description)
    .option('--folder <dir...>', 'further folders of standards')
    .addOption(new Option('--language <language>', 'of the words printed').choices(['zh', 'en']).default('zh'))
    .option('--json', 'print JSON');
}

async function catalogue({ folder = [] }: Pick<Options, 'folder'>) {
  const { openCatalogue } = await import('#app');
  return openCatalogue(folder.map((one) => path.resolve(one)));
}

async function listStandards(options: Options): Promise<void> {
  const rows = (await catalogue(options)).list();
  if (options.json === true) return printJson(rows);
  printTable(
    ['id', 'version', 'name', 'area', 'indicators', 'coefficients', 'attested'],
    rows.map(({ id, version, name, area, counts }) => [
      id,
      version,
      name[options.language],
      area,
      counts.indicators,
      counts.coefficients,
      counts.attested + counts.vetoes,
    ]),
  );
}

async function showStandard(id: string, options: Options): Promise<void> {
  const standard = (await catalogue(options)).read(id, options.edition);
  if (options.json === true) return printJson(standard);
  const { language } = options;
  printLine(standard.name[language]);
  printLine(
    `${standard.source.document}  ${standard.source.issuer}  ${standard.source.issuedOn}  (${standard.confidence})`,
  );
  for (const { name, clauses } of standard.parts) {
    printLine();
    printLine(name[language]);
    printTable(
      ['id', 'indicator', 'lines', 'formula'],
      clauses.map(({ id: clause, name: words, thresholds, formula }) => [
        clause,
        words[language],
        thresholds.map(({ stage, value, formula: line }) => `${stage} ${value ?? line}`).join(', '),
        formula ?? '',
      ]),
    );
  }
}

async function checkStandards(files: string[], options: Options): Promise<void> {
  const conditions = await catalogue(options);
  const mistakes = [];
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    mistakes.push(...conditions.check({ path: file.replaceAll(path.sep, '/'), text }).mistakes);
  }
  tellMistakes(mistakes, { files: files.length, json: options.json === true });
}

async function diffStandards(from: string, to: string, options: Options): Promise<void> {
  const difference = (await catalogue(options)).diff(editionOf(from), editionOf(to));
  if (options.json === true) return printJson(difference);
  printTable(
    ['', 'of', 'name', 'field', 'before', 'after'],
    difference.changes.map(({ kind, of, name, field, before, after }) => [
      { added: '+', removed: '-', changed: '~' }[kind],
      of,
      name[options.language],
      field,
      before,
      after,
    ]),
  );
}

function editionOf(text: string): { id: string; version?: string } {
  const [id = '', version] = text.split('@');
  return version === undefined ? { id } : { id, version };
}
