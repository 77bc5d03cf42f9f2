import type { Command } from 'commander';
import { positiveNumber, wholeNumber } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { printJson, printLine, printTable } from './output.ts';

interface Options {
  readonly timeLimit: number;
  readonly seed?: number;
  readonly json?: boolean;
}

export function addSeatsZone(seats: Command): void {
  seats
    .command('zone')
    .description('connected zones, each within the seats of its school · 划片')
    .argument('<file>', 'units with neighbours, schools with seats, as JSON (see docs/handbook/siting.md)')
    .option('--time-limit <seconds>', 'longest search', positiveNumber, 60)
    .option('--seed <number>', 'another course of the search', wholeNumber)
    .option('--json', 'print the whole plan as JSON')
    .addHelpText('after', '\nExample:\n  junheng seats zone units.json --json')
    .action(async (file: string, options: Options) => {
      const { zoneFile } = await import('#app');
      const plan = await zoneFile({ file, timeLimitS: options.timeLimit, seed: options.seed });
      if (options.json === true) printJson(plan);
      else {
        printLine(`outcome: ${plan.outcome}`);
        if (plan.broken !== null) printLine(`${plan.broken.zh}\n${plan.broken.en}\n${plan.broken.ids.join(' ')}`);
        if (plan.outcome === 'planned') {
          printLine(
            `value: ${plan.value}   no plan beats: ${plan.bound}   gap: ${((plan.gapShare ?? 0) * 100).toFixed(2)} %   children who change: ${plan.movedChildren}`,
          );
        }
        printTable(
          ['school', 'units', 'children', 'seats', 'misses'],
          plan.zones.map(({ school, units, children, seats: room, misses }) => [school, units, children, room, misses]),
        );
      }
      if (plan.outcome !== 'planned') process.exitCode = exitCodes.failed;
    });
}
