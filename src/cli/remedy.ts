import type { Command } from 'commander';
import type { RemedyPlan } from '#contracts/balance';
import { wholeYear } from './arguments.ts';
import { printJson, printLine, printTable } from './output.ts';
import { startProgress } from './progress.ts';

interface Options {
  readonly area: string;
  readonly year?: number;
  readonly standard?: string;
  readonly mayMove?: boolean;
  readonly timeLimit: string;
  readonly json?: boolean;
}

export function addRemedy(program: Command): void {
  program
    .command('remedy')
    .description('the cheapest way to pass, with a proved bound · 最省的达标方案')
    .requiredOption('--area <code>', 'the county')
    .option('--year <year>', 'school year', wholeYear)
    .option('--standard <id>', 'standard')
    .option('--may-move', 'teachers and equipment may also move between schools')
    .option('--time-limit <seconds>', 'how long to look', '10')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  junheng remedy --area 340203 --standard CN-CQB-2017 --year 2026 --json')
    .action(async (options: Options) => {
      const { withApplication } = await import('#app');
      const progress = startProgress();
      progress.report('planning');
      const plan = await withApplication({}, ({ balance }) =>
        balance.remedy(options.area, {
          year: options.year,
          standard: options.standard,
          costs: [],
          mayMove: options.mayMove === true,
          timeLimitS: Number(options.timeLimit),
        }),
      );
      progress.end();
      if (options.json === true) printJson(plan);
      else printPlan(plan);
    });
}

function printPlan({
  outcome,
  costFen,
  lowerBoundFen,
  gapShare,
  seconds,
  byIndicator,
  steps,
  notes,
}: RemedyPlan): void {
  printLine(
    `${outcome}  ${yuan(costFen)} yuan, not less than ${yuan(lowerBoundFen)} (gap ${(gapShare * 100).toFixed(2)} %), ${seconds.toFixed(1)} s`,
  );
  for (const note of notes) printLine(`${note.zh} ${note.en}`);
  printTable(
    ['indicator', 'stage', 'amount', 'unit', 'yuan'],
    byIndicator.map(({ indicator, stage, amount, resource, costFen: fen }) => [
      indicator,
      stage,
      amount,
      resource.zh,
      yuan(fen),
    ]),
  );
  printLine();
  printTable(
    ['school', 'name', 'stage', 'indicator', 'amount', 'yuan'],
    steps.map(({ unit, name, stage, indicator, amount, costFen: fen }) => [
      unit,
      name,
      stage,
      indicator,
      amount,
      yuan(fen),
    ]),
  );
}

function yuan(fen: number): number {
  return fen / 100;
}
