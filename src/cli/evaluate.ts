import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { EvaluationReport } from '#contracts/balance';
import { wholeYear } from './arguments.ts';
import { printJson, printLine, printTable } from './output.ts';
import { startProgress } from './progress.ts';
import { tellFindings } from './tell-findings.ts';

interface Options {
  readonly profile?: string;
  readonly standard: string;
  readonly year?: number;
  readonly area?: string;
  readonly folder?: string[];
  readonly partial?: boolean;
  readonly save?: string;
  readonly json?: boolean;
}

export function addEvaluate(program: Command): void {
  program
    .command('evaluate')
    .description('evaluate files against a standard, in a throw-away database; nothing is kept · 评估')
    .argument('[file...]', 'CSV or xlsx files; without any, the data of this installation are evaluated')
    .option('--profile <id-or-path>', 'how the files are to be read')
    .requiredOption('--standard <id-or-path>', 'what is required')
    .option('--year <year>', 'calendar year in which the school year begins', wholeYear)
    .option('--area <code>', 'only this area; by default all areas of the files')
    .option('--folder <dir...>', 'further folders of standards')
    .option('--partial', 'take the good rows although others are refused')
    .option('--save <path>', 'keep the snapshot as a file that `junheng verify` can check')
    .option('--json', 'print the whole evaluation as JSON (see docs/handbook/evaluate.md)')
    .addHelpText(
      'after',
      '\nExamples:\n  junheng evaluate schools.csv --profile my-profile.yaml --standard CN-CQB-2017 --year 2025 --json\n  junheng evaluate --standard CN-CQB-2017 --year 2026 --area 990101',
    )
    .action(async (files: string[], options: Options) => {
      const { evaluateFiles, evaluateStored } = await import('#app');
      const progress = startProgress();
      const question = {
        standard: options.standard,
        schoolYear: options.year,
        area: options.area,
        standardFolders: options.folder ?? [],
        progress: progress.report,
      };
      const { profile, partial } = options;
      const { report, snapshot, imports } = await (files.length === 0
        ? evaluateStored(question)
        : evaluateFiles({ ...question, files, profile, partial: partial === true })
      ).finally(progress.end);
      for (const { findings } of imports) tellFindings(findings.filter(({ severity }) => severity !== 'note'));
      if (options.save !== undefined) await writeFile(options.save, snapshot);
      if (options.json === true) printJson(report);
      else printReport(report);
    });
}

function printReport(report: EvaluationReport): void {
  printLine(`${report.standard} ${report.standardVersion}  ${report.areaName} (${report.area})  ${report.year}`);
  printLine(`verdict: ${report.verdict}   snapshot: ${report.snapshot}`);
  printLine();
  printTable(
    ['area', 'stage', 'indicator', 'schools', 'mean', 'coefficient', 'limit', 'verdict'],
    report.coefficients.map(({ area, stage, indicator, schools, mean, coefficientOfVariation, limit, verdict }) => [
      area,
      stage,
      indicator,
      schools,
      rounded(mean),
      rounded(coefficientOfVariation),
      limit,
      verdict,
    ]),
  );
  const outside = report.schools.filter(({ verdict }) => verdict === 'notMet');
  printLine();
  printLine(`${report.schools.length} school-stages, ${outside.length} outside the line`);
  printTable(
    ['area', 'school', 'name', 'stage', 'met', 'not met'],
    outside.map(({ area, school, name, stage, met, indicators }) => [
      area,
      school,
      name,
      stage,
      met,
      indicators
        .filter(({ verdict }) => verdict === 'notMet')
        .map(({ indicator }) => indicator)
        .join(' '),
    ]),
  );
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1000) / 1000;
}
