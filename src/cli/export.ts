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
    .argument('<table>', balanceTables.join(' | '))
    .requiredOption('--area <code>', 'the area')
    .option('--year <year>', 'school year', wholeYear)
    .option('--standard <id>', 'standard')
    .addOption(new Option('--format <format>').choices(['xlsx', 'csv', 'json']).default('csv'))
    .addOption(new Option('--json', 'the same as --format json').implies({ format: 'json' }))
    .addOption(new Option('--language <language>').choices(['zh', 'en']).default('zh'))
    .option('--out <path>', 'file to write; `-` = standard output', '-')
    .addHelpText('after', '\nExample:\n  junheng export schools --area 340203 --format xlsx --out schools.xlsx')
    .action(async (table: string, options: Options) => {
      const { InvalidArgumentError } = await import('commander');
      const { withApplication } = await import('#app');
      const known = balanceTables.find((one) => one === table);
      if (known === undefined) throw new InvalidArgumentError(`${table}: not among ${balanceTables.join(', ')}`);
      const { area, ...question } = options;
      const file = await withApplication({}, ({ balance, now }) =>
        balance.export(area, { ...question, table: known }, now()),
      );
      if (options.out === '-' || options.out === undefined) process.stdout.write(file.bytes);
      else {
        await writeFile(options.out, file.bytes);
        printLine(`${options.out}  ${file.bytes.length} bytes`);
      }
    });
}
