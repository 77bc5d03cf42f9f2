import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { exitCodes } from './exit-codes.ts';
import { printJson, printLine, printTable } from './output.ts';

interface Json {
  readonly json?: boolean;
}

/** `profile list | guess | check`. */
export function addProfile(program: Command): void {
  const profile = program
    .command('profile')
    .description('how files are to be read: list, guess and check mapping profiles · 映射文件')
    .addHelpText(
      'after',
      '\nExamples:\n  junheng profile list\n  junheng profile guess schools.csv --out my-profile.yaml\n  junheng profile check my-profile.yaml',
    );
  profile
    .command('list')
    .description('the profiles that come with the product')
    .option('--json', 'print JSON')
    .action(listShipped);
  profile
    .command('guess')
    .description('propose a profile for a file; what only a person knows is asked')
    .argument('<file>', 'CSV or xlsx file')
    .option('--out <path>', 'write the draft there instead of to standard output')
    .option('--json', 'print JSON')
    .action(guess);
  profile
    .command('check')
    .description('every mistake with line and column; exit 3 where there is one')
    .argument('<file...>', 'profiles')
    .option('--json', 'print JSON')
    .action(check);
}

async function listShipped({ json }: Json): Promise<void> {
  const { listProfiles } = await import('#app');
  const rows = await listProfiles();
  if (json === true) return printJson(rows);
  printTable(
    ['id', 'version', 'title'],
    rows.map(({ id, version, title }) => [id, version, title.zh]),
  );
}

async function guess(file: string, options: Json & { readonly out?: string }): Promise<void> {
  const { guessProfileOf } = await import('#app');
  const found = await guessProfileOf(file);
  if (options.out !== undefined && found.text !== '') await writeFile(options.out, found.text);
  if (options.json === true) return printJson(found);
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  if (found.shipped !== null) printLine(`--profile ${found.shipped}`);
  for (const { header, takenFor } of found.columns) tell(`${header} → ${takenFor ?? '—'}`);
  for (const question of found.questions) tell(`? ${question.zh} ${question.en}`);
  tell(`把握 confidence ${Math.round(found.confidence * 100)} %`);
  if (options.out === undefined && found.text !== '') process.stdout.write(found.text);
}

async function check(files: string[], { json }: Json): Promise<void> {
  const { checkProfile } = await import('#app');
  const mistakes = (await Promise.all(files.map((file) => checkProfile(file)))).flat();
  if (json === true) printJson({ mistakes });
  else {
    for (const { file, line, column, message, remedy } of mistakes) {
      printLine(`${file}:${line}:${column}  ${message.zh}${remedy?.zh ?? ''}`);
      printLine(`  ${message.en} ${remedy?.en ?? ''}`);
    }
    if (mistakes.length === 0) printLine(`${files.length} 个文件没有错误 · no mistakes`);
  }
  if (mistakes.length > 0) process.exitCode = exitCodes.refused;
}
