import path from 'node:path';
import type { Command } from 'commander';
import { printJson, printLine, printTable } from './output.ts';
import { startProgress } from './progress.ts';

/** `db status | migrate | move`. */
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
  db.command('move')
    .description('carry everything to another, empty database')
    .argument('<to>', 'address of a PostgreSQL server, or a folder for the embedded database')
    .option('--json', 'print JSON')
    .action(async (to: string, options: { json?: boolean }) => {
      const { moveTo } = await import('#app');
      const isServer = /^postgres(ql)?:/.test(to);
      const progress = startProgress();
      const content = await moveTo(
        isServer ? { kind: 'server', url: to } : { kind: 'folder', folder: path.resolve(to) },
        {
          onProgress: ({ table, rows }) => progress.report(`${table} ${rows}`),
        },
      );
      progress.end();
      if (options.json === true) printJson(content);
      else printLine(`${Object.keys(content.tables).length} 张表 tables, ${content.files} 个文件 files`);
    });
}
