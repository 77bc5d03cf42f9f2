import type { Command } from 'commander';
import { printJson, printLine, printTable } from './output.ts';
import { startProgress } from './progress.ts';

/** `keys list | rotate`. */
export function addKeys(program: Command): void {
  const keys = program
    .command('keys')
    .description('the keys of this installation · 密钥')
    .addHelpText('after', '\nKeep a copy of the key folder apart from the backups, which never hold keys.');
  keys
    .command('list')
    .description('which keys there are; never what they are')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      const { withApplication } = await import('#app');
      const { folder, rows } = await withApplication({}, async (application) => ({
        folder: application.config.keysFolder,
        rows: application.keys.list().map(({ id, purpose }) => ({ id, purpose })),
      }));
      if (options.json === true) return printJson({ folder, rows });
      printLine(folder);
      printTable(
        ['purpose', 'id'],
        rows.map(({ id, purpose }) => [purpose, id]),
      );
    });
  keys
    .command('rotate')
    .description('make new keys and encrypt every personal field anew; may be stopped and called again')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      const { withApplication } = await import('#app');
      const progress = startProgress();
      const done = await withApplication({}, ({ personal }) =>
        personal.rotate(({ values }) => progress.report(`${values} rows`)),
      );
      progress.end();
      if (options.json === true) printJson(done);
      else printLine(`${done.values} 行已用新密钥加密。 ${done.values} rows are encrypted with the new key.`);
    });
}
