import type { Command } from 'commander';
import { printJson, printLine } from './output.ts';
import { startProgress } from './progress.ts';

/** `backup FILE` and `restore FILE`. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('write everything this installation holds into one file · 备份')
    .argument('<file>', 'the file to write, such as junheng-2026-11-21.jhb.gz')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nStop the server first: one process holds the embedded database.\n\nExample:\n  junheng backup /mnt/usb/junheng.jhb.gz',
    )
    .action(async (file: string, options: { json?: boolean }) => {
      const { backUpTo } = await import('#app');
      const progress = startProgress();
      const content = await backUpTo(file, { onProgress: ({ table, rows }) => progress.report(`${table} ${rows}`) });
      progress.end();
      if (options.json === true) printJson(content);
      else printLine(`${file}: ${Object.keys(content.tables).length} 张表 tables, ${content.files} 个文件 files`);
    });
  program
    .command('restore')
    .description('put a backup back, whole or not at all · 恢复')
    .argument('<file>', 'a file that `junheng backup` wrote')
    .option('--replace', 'remove what the database holds now')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  junheng restore /mnt/usb/junheng.jhb.gz --replace')
    .action(async (file: string, options: { replace?: boolean; json?: boolean }) => {
      const { restoreFrom } = await import('#app');
      const progress = startProgress();
      const content = await restoreFrom(file, {
        replace: options.replace === true,
        onProgress: ({ table, rows }) => progress.report(`${table} ${rows}`),
      });
      progress.end();
      if (options.json === true) printJson(content);
      else printLine(`${file}: ${Object.keys(content.tables).length} 张表 tables, ${content.files} 个文件 files`);
    });
}
