import type { Command } from 'commander';
import { positiveNumber, yearsAhead } from './arguments.ts';
import { printJson, printLine, printTable } from './output.ts';
import { startProgress } from './progress.ts';

interface Options {
  readonly births?: string;
  readonly housing?: string;
  readonly ahead: number;
  readonly entry: number;
  readonly progression: number;
  readonly json?: boolean;
}

/** `seats project FILE`: pupils of coming years, with intervals and the back-test. */
export function addSeatsProject(seats: Command): void {
  seats
    .command('project')
    .description('pupils of coming years from pupils by school, grade and year · 学位需求预测')
    .argument('<file>', 'CSV or xlsx with the columns school, district, year, grade, pupils')
    .option('--births <file>', 'births by district and year, or by month')
    .option('--housing <file>', 'homes by district and year of hand-over')
    .option('--ahead <years>', 'how many school years to project', yearsAhead, 5)
    .option('--entry <factor>', 'scenario: yearly factor on children entering', positiveNumber, 1)
    .option('--progression <factor>', 'scenario: yearly factor on moving up', positiveNumber, 1)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  junheng seats project pupils.csv --births births.csv --ahead 8 --json')
    .action(async (file: string, { json, ...options }: Options) => {
      const { projectSeats } = await import('#app');
      const progress = startProgress();
      const projected = await projectSeats({ enrolment: file, ...options, progress: progress.report }).finally(
        progress.end,
      );
      if (json === true) return printJson(projected);
      printTable(
        ['district', 'year', 'pupils', 'low', 'high'],
        [projected.region, ...projected.districts].flatMap(({ name, total }) =>
          total.map(({ year, pupils, low, high }) => [name === '' ? '合计 all' : name, year, pupils, low, high]),
        ),
      );
      printLine();
      const percent = (value: number) => Math.round(value * 10_000) / 100;
      printTable(
        ['level', 'ahead', 'error %', 'last value %', 'last rate %', 'coverage %'],
        projected.backTest.map(({ level, ahead, error, lastValueError, lastRateError, coverage }) => [
          level,
          ahead,
          percent(error),
          percent(lastValueError),
          percent(lastRateError),
          coverage === null ? null : percent(coverage),
        ]),
      );
      const silent = projected.schools.filter(({ verdict }) => verdict === 'tooNew' || verdict === 'tooSmall');
      if (silent.length > 0) {
        printLine(
          `\n${silent.length} 所学校太小或太新，不单独预测。 ${silent.length} schools are too small or too new for a line of their own.`,
        );
      }
    });
}
