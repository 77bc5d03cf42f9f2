import type { Command } from 'commander';
import { printJson, printLine } from './output.ts';

interface Options {
  readonly grades?: string;
  readonly places?: string;
  readonly rooms?: string;
  readonly homes?: string;
  readonly duties?: string;
  readonly json?: boolean;
}

/** `seats load COUNTY`: what the registry does not hold and seats are foreseen from. */
export function addSeatsLoad(seats: Command): void {
  seats
    .command('load')
    .description('keep births, residents, rooms, earlier grades and housing of a county · 导入学位基础数据')
    .argument('<county>', 'code of a county of this installation')
    .option('--grades <file>', 'school, year, grade, pupils: years for which no class rows are kept')
    .option('--places <file>', 'township, year, births, residents')
    .option('--rooms <file>', 'school, stage, rooms, licensed_seats, quality')
    .option('--homes <file>', 'project, township, homes, handed_over')
    .option('--duties <file>', 'project, stage, seats, step, due, done')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nStop the server first: one process holds the embedded database.\n\nExample:\n  junheng seats load 990101 --places births.csv --rooms rooms.xlsx',
    )
    .action(async (county: string, { json, ...files }: Options) => {
      const { loadSeats } = await import('#app');
      const stored = await loadSeats(county, files);
      if (json === true) return printJson(stored);
      printLine(
        Object.entries(stored)
          .map(([kind, rows]) => `${kind} ${rows}`)
          .join('  '),
      );
    });
}
