import type { Command } from 'commander';
import type { RemedyPlan } from '#contracts/balance';
import { positiveNumber, wholeYear } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { printJson, printLine, printTable } from './output.ts';
import { startProgress } from './progress.ts';

interface Options {
  readonly profile?: string;
  readonly standard: string;
  readonly year?: number;
  readonly area?: string;
  readonly folder?: string[];
  readonly partial?: boolean;
  readonly costs?: string;
  readonly mayMove?: boolean;
  readonly timeLimit: number;
  readonly json?: boolean;
}

export function addRemedy(program: Command): void {
  program
    .command('remedy')
    .description('the cheapest additions that bring every school and coefficient inside the rule · 最省达标方案')
    .argument('[file...]', 'CSV or xlsx files; without any, the data of this installation')
    .option('--profile <id-or-path>', 'how the files are to be read')
    .option('--standard <id-or-path>', 'what is required', 'CN-CQB-2017')
    .option('--year <year>', 'calendar year in which the school year begins', wholeYear)
    .option('--area <code>', 'only this area; by default all')
    .option('--folder <dir...>', 'further folders of standards')
    .option('--partial', 'take the good rows although others are refused')
    .option('--costs <path>', 'unit costs in place of the shipped assumptions (form of policies/costs.yaml)')
    .option('--may-move', 'teachers and equipment may also move between schools')
    .option('--time-limit <seconds>', 'longest search', positiveNumber, 10)
    .option('--json', 'print the whole plan as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  junheng remedy --year 2026 --area 990101\n  junheng remedy schools.csv --profile my-profile.yaml --year 2025 --costs prices.yaml --may-move --json',
    )
    .action(async (files: string[], options: Options) => {
      const { remedyFiles, remedyStored } = await import('#app');
      const progress = startProgress();
      const question = {
        standard: options.standard,
        schoolYear: options.year,
        area: options.area,
        standardFolders: options.folder ?? [],
        costs: options.costs,
        mayMove: options.mayMove === true,
        timeLimitS: options.timeLimit,
        progress: progress.report,
      };
      const { profile, partial } = options;
      const plan = await (files.length === 0
        ? remedyStored(question)
        : remedyFiles({ ...question, files, profile, partial: partial === true })
      ).finally(progress.end);
      if (options.json === true) printJson(plan);
      else printPlan(plan);
      if (plan.outcome === 'infeasible' || plan.outcome === 'notFound') process.exitCode = exitCodes.failed;
    });
}

const wan = (fen: number) => Math.round(fen / 10_000) / 100;
const places = (value: number | null, digits: number) =>
  value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits;

function printPlan(plan: RemedyPlan): void {
  printLine(`${plan.standard.id} ${plan.standard.version}  ${plan.area.name} (${plan.area.code})  ${plan.schoolYear}`);
  printLine(
    `outcome: ${plan.outcome}   cost: ${wan(plan.costFen)} 万元   no plan costs less than: ${wan(plan.lowerBoundFen)} 万元   gap: ${places(plan.gapShare * 100, 3)} %   ${places(plan.seconds, 1)} s`,
  );
  if (plan.ruleCostFen !== null) printLine(`school rule alone: ${wan(plan.ruleCostFen)} 万元`);
  printLine();
  printTable(
    ['indicator', 'stage', 'amount', 'resource', 'cost 万元'],
    plan.byIndicator.map(({ indicator, stage, amount, resource, costFen }) => [
      indicator,
      stage,
      places(amount, 2),
      resource.zh,
      wan(costFen),
    ]),
  );
  printLine();
  printTable(
    ['area', 'indicator', 'stage', 'before', 'after', 'limit', '', '万元 a 0.01'],
    plan.coefficients.map(({ area, indicator, stage, before, after, limit, binding, savingFen }) => [
      area,
      indicator,
      stage,
      places(before, 3),
      places(after, 3),
      limit,
      binding ? 'binds' : '',
      binding ? wan(savingFen) : null,
    ]),
  );
  printLine();
  printTable(
    ['school', 'name', 'stage', 'indicator', 'step', 'amount', 'resource', 'cost 万元'],
    plan.steps.map(({ unit, name, stage, indicator, kind, amount, resource, costFen }) => [
      unit,
      name,
      stage,
      indicator,
      kind,
      places(amount, 2),
      resource.zh,
      wan(costFen),
    ]),
  );
  printLine();
  for (const { zh, en } of plan.notes) printLine(`${zh}\n${en}`);
  for (const { source } of plan.costs.slice(0, 1)) printLine(`${source.zh} · ${source.en}`);
}
