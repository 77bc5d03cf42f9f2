import type { Command } from 'commander';
import { positiveNumber, wholeNumber } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { printJson, printLine, printTable } from './output.ts';

interface Options {
  readonly timeLimit: number;
  readonly seed?: number;
  readonly json?: boolean;
}

export function addSeatsSite(seats: Command): void {
  seats
    .command('site')
    .description('which sites to open, with the bound that no plan beats · 选址')
    .argument('<file>', 'places, sites and goal as JSON (see docs/handbook/siting.md)')
    .option('--time-limit <seconds>', 'longest search', positiveNumber, 10)
    .option('--seed <number>', 'another course of the search', wholeNumber)
    .option('--json', 'print the whole plan as JSON')
    .addHelpText('after', '\nExample:\n  junheng seats site county.json --time-limit 30 --json')
    .action(async (file: string, options: Options) => {
      const { siteFile } = await import('#app');
      const plan = await siteFile({ file, timeLimitS: options.timeLimit, seed: options.seed });
      if (options.json === true) printJson(plan);
      else {
        printLine(`outcome: ${plan.outcome}   goal: ${plan.goal}`);
        if (plan.broken !== null) printLine(`${plan.broken.zh}\n${plan.broken.en}\n${plan.broken.ids.join(' ')}`);
        if (plan.outcome === 'planned') {
          printLine(
            `value: ${plan.value}   no plan beats: ${plan.bound}   gap: ${((plan.gapShare ?? 0) * 100).toFixed(3)} %   mean way: ${plan.meanMetres} m   farthest: ${plan.farthestMetres} m`,
          );
          printTable(
            ['site', 'exists', 'children', 'seats', 'farthest m'],
            plan.sites.map((site) => [
              site.id,
              site.existing ? 'yes' : 'new',
              Math.round(site.children * 10) / 10,
              site.seats,
              site.farthestMetres,
            ]),
          );
        }
      }
      if (plan.outcome !== 'planned') process.exitCode = exitCodes.failed;
    });
}
