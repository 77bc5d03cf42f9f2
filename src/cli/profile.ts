import type { Command } from 'commander';
import { exitCodes } from './exit-codes.ts';
import { printJson, printLine } from './output.ts';

/** `profile check`. */
export function addProfile(program: Command): void {
  const profile = program
    .command('profile')
    .description('how files are to be read · 映射文件')
    .addHelpText('after', '\nExample:\n  junheng profile check my-profile.yaml');
  profile
    .command('check')
    .description('every mistake with line and column; exit 3 where there is one')
    .argument('<file...>', 'profiles')
    .option('--json', 'print JSON')
    .action(async (files: string[], options: { json?: boolean }) => {
      const { checkProfile } = await import('#app');
      const mistakes = (await Promise.all(files.map((file) => checkProfile(file)))).flat();
      if (options.json === true) printJson({ mistakes });
      else {
        for (const { file, line, column, message, remedy } of mistakes) {
          printLine(`${file}:${line}:${column}  ${message.zh}${remedy?.zh ?? ''}`);
          printLine(`  ${message.en} ${remedy?.en ?? ''}`);
        }
        if (mistakes.length === 0) printLine(`${files.length} 个文件没有错误 · no mistakes`);
      }
      if (mistakes.length > 0) process.exitCode = exitCodes.refused;
    });
}
