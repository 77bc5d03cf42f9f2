import type { Command } from 'commander';
import { exitCodes } from './exit-codes.ts';
import { printJson, printLine, printTable } from './output.ts';

export function addDraw(program: Command): void {
  const draw = program.command('draw').description('check public draws · 摇号核验');
  draw
    .command('verify')
    .description('compute a published draw again and compare every line · 复算摇号与录取')
    .argument('<files...>', 'the published files, or their folder')
    .option('--list <hash>', 'the list hash that was published before the seed')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExit 1 where anything differs.\n\nExample:\n  junheng draw verify ./published --list 5f2c…',
    )
    .action(async (places: string[], options: { list?: string; json?: boolean }) => {
      const { readDrawFiles } = await import('#app');
      const { verifyDraw } = await import('#replay');
      const found = verifyDraw(await readDrawFiles(places));
      const isListed = options.list === undefined || options.list.toLowerCase() === found.listHash;
      const holds = found.holds && isListed;
      if (!holds) process.exitCode = exitCodes.failed;
      if (options.json === true) return printJson({ ...found, holds });
      printLine(`${found.title}: ${holds ? '一致 · holds' : '不一致 · DIFFERS'}`);
      printTable(
        ['', ''],
        [
          ['名单摘要 list hash', found.listHash],
          ...(isListed ? [] : [['事先公布 published before', options.list ?? '']]),
          ['种子 seed', `${found.seed}（${found.source}）`],
          ['申请 applicants', String(found.applicants)],
          ['录取 placed', String(found.placed)],
          ['结论 outcome', found.kind],
        ],
      );
      if (found.differences.length === 0) return;
      printTable(
        ['文件 file', '行 line', '公布 published', '复算 found'],
        found.differences.map(({ file, line, published, found: own }) => [file, line, published, own]),
      );
    });
  draw
    .command('page')
    .description('write the page on which families check a draw, one file that needs no network · 核验网页')
    .argument('<file>', 'where to write it, such as draw-check.html')
    .action(async (file: string) => {
      const { writeDrawPage } = await import('#app');
      await writeDrawPage(file);
      printLine(file);
    });
}
