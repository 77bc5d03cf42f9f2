import type { Command } from 'commander';
import { wholeYear } from './arguments.ts';
import { printJson, printLine, printTable } from './output.ts';
import { startProgress } from './progress.ts';

interface Options {
  readonly profile?: string;
  readonly year?: number;
  readonly area: string;
  readonly partial?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function addImport(program: Command): void {
  program
    .command('import')
    .description('import files into this installation, each whole or not at all · 导入')
    .argument('<file...>', 'CSV or xlsx files')
    .option('--profile <id-or-path>', 'how the files are to be read')
    .option('--year <year>', 'calendar year in which the school year begins', wholeYear)
    .option('--area <code>', 'in whose name the files are sent', '000000')
    .option('--partial', 'take the good rows although others are refused')
    .option('--dry-run', 'check only; nothing is kept')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  junheng import returns-2026.xlsx --profile county-workbook --area 340203 --year 2026',
    )
    .action(async (files: string[], options: Options) => {
      const { importFiles, withApplication } = await import('#app');
      const progress = startProgress();
      const previews = await withApplication({}, ({ exchange, config, now }) =>
        importFiles(exchange, {
          files,
          profile: options.profile,
          schoolYear: options.year,
          area: options.area,
          partial: options.partial === true,
          isDryRun: options.dryRun === true,
          by: config.operator,
          at: now(),
          progress: progress.report,
        }),
      );
      progress.end();
      if (options.json === true) return printJson(previews);
      for (const { fileName, rowsRead, rowsReady, refused, warnings, changes, rules } of previews) {
        printLine(`${fileName}: ${rowsReady} of ${rowsRead} rows, ${refused} refused, ${warnings} warnings`);
        printTable(
          ['dataset', 'new', 'changed', 'unchanged'],
          changes.map(({ dataset, inserted, changed, unchanged }) => [dataset, inserted, changed, unchanged]),
        );
        printRules(rules);
      }
    });
}

interface Rule {
  readonly rule: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly state: 'judged' | 'notJudged';
  readonly judged: number;
  readonly findings: number;
  readonly notJudged: readonly { readonly part: { readonly zh: string }; readonly why: { readonly zh: string } }[];
}

/** Each rule between forms: judged with so many findings, or not, and why. */
function printRules(rules: readonly Rule[]): void {
  if (rules.length === 0) return;
  printLine();
  printTable(
    ['rule', '表间核查', 'judged', 'findings', 'not judged'],
    rules.map(({ rule, title, state, judged, findings, notJudged }) => [
      rule,
      title.zh,
      state === 'judged' ? judged : '—',
      state === 'judged' ? findings : '—',
      notJudged.map(({ part, why }) => `${part.zh}：${why.zh}`).join('；'),
    ]),
  );
}
