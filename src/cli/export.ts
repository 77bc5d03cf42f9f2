import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { wholeYear } from './arguments.ts';
import { printLine } from './output.ts';

const balanceTables = ['coefficients', 'schools', 'gaps', 'indicators', 'comparison', 'findings'] as const;

interface Options {
  readonly area: string;
  readonly year?: number;
  readonly standard?: string;
  readonly format: 'xlsx' | 'csv' | 'json';
  readonly language: 'zh' | 'en';
  readonly out?: string;
}

export function addExport(program: Command): void {
  program
    .command('export')
    .description('a table of the screens as xlsx, CSV or JSON, with the same numbers · 导出')
    .argument('<table>', [...balanceTables, 'open-data'].join(' | '))
    .requiredOption('--area <code>', 'the area')
    .option('--year <year>', 'school year', wholeYear)
    .option('--standard <id>', 'standard')
    .addOption(new Option('--format <format>').choices(['xlsx', 'csv', 'json']).default('csv'))
    .addOption(new Option('--json', 'the same as --format json').implies({ format: 'json' }))
    .addOption(new Option('--language <language>').choices(['zh', 'en']).default('zh'))
    .option('--out <path>', 'file to write; `-` = standard output', '-')
    .addHelpText(
      'after',
      '\nExamples:\n  junheng export schools --area 340203 --format xlsx --out schools.xlsx\n  junheng export open-data --area 340203 --out open-data.zip',
    )
    .action(async (table: string, options: Options) => {
      const { InvalidArgumentError } = await import('commander');
      const { withApplication } = await import('#app');
      const { area, ...question } = options;
      const known = balanceTables.find((one) => one === table);
      if (known === undefined && table !== 'open-data') {
        throw new InvalidArgumentError(`${table}: not among ${balanceTables.join(', ')}, open-data`);
      }
      const file = await withApplication({}, ({ balance, openData, now }) =>
        known === undefined
          ? openData(area, question.year)
          : balance.export(area, { ...question, table: known }, now()),
      );
      if (options.out === '-' || options.out === undefined) process.stdout.write(file.bytes);
      else {
        await writeFile(options.out, file.bytes);
        printLine(`${options.out}  ${file.bytes.length} bytes`);
      }
    });
}
