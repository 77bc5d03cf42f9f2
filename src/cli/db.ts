import type { Command } from 'commander';
import { printJson, printLine, printTable } from './output.ts';

/** `db status | migrate`. */
export function addDb(program: Command): void {
  const db = program
    .command('db')
    .description('the database of this installation · 数据库')
    .addHelpText(
      'after',
      '\nExamples:\n  junheng db status\n  DATABASE_URL=postgres://localhost/junheng junheng db migrate',
    );
  db.command('status')
    .description('where it is, and which tables it holds')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      const { databaseStatus } = await import('#app');
      const status = await databaseStatus();
      if (options.json === true) return printJson(status);
      printLine(`${status.engine}  ${status.place}`);
      printTable(
        ['migration', 'applied'],
        status.migrations.map(({ id, appliedAt }) => [id, appliedAt]),
      );
    });
  db.command('migrate')
    .description('bring the tables to this version of the program')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      const { databaseStatus } = await import('#app');
      const status = await databaseStatus();
      if (options.json === true) printJson(status);
      else printLine(`${status.migrations.length} migrations are in place`);
    });
}
