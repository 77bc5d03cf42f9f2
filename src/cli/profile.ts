import type { Command } from 'commander';
import { exitCodes } from './exit-codes.ts';
import { printJson, printLine } from './output.ts';

/** `profile check | guess`. */
export function addProfile(program: Command): void {
  const profile = program
    .command('profile')
    .description('how files are to be read · 映射文件')
    .addHelpText(
      'after',
      '\nExamples:\n  junheng profile guess schools.csv > my-profile.yaml\n  junheng profile check my-profile.yaml',
    );
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
  profile
    .command('guess')
    .description('a draft for a file; the questions go to the error output')
    .argument('<file>', 'a CSV or xlsx')
    .option('--json', 'print JSON')
    .action(async (file: string, options: { json?: boolean }) => {
      const { guessProfile } = await import('#app');
      const guess = await guessProfile(file);
      if (options.json === true) return printJson(guess);
      if (guess.shipped !== null) printLine(`--profile ${guess.shipped}`);
      else printLine(guess.text);
      const share = `${Math.round(guess.confidence * 100)} %`;
      const questions = guess.questions.map(({ zh, en }) => `- ${zh}\n  ${en}`);
      process.stderr.write([`${share}`, ...questions, ''].join('\n'));
    });
}
