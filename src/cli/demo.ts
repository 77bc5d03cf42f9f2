import { type Command, Option } from 'commander';
import { wholeNumber } from './arguments.ts';
import { printJson, printLine } from './output.ts';
import { startProgress } from './progress.ts';

interface Options {
  readonly size: 'county' | 'city' | 'province' | 'nation';
  readonly seed?: number;
  readonly json?: boolean;
}

export function addDemo(program: Command): void {
  const demo = program
    .command('demo')
    .description('the invented county (虚构) · 演示数据')
    .addHelpText('after', '\nExample:\n  junheng demo write --size city');
  demo
    .command('write')
    .description('write it into the database; counties that are there already stay as they are')
    .addOption(new Option('--size <size>').choices(['county', 'city', 'province', 'nation']).default('county'))
    .option('--seed <number>', 'another seed gives another county', wholeNumber)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  junheng demo write --size city')
    .action(async (options: Options) => {
      const { withApplication } = await import('#app');
      const { writeDemo } = await import('#modules/demo');
      const progress = startProgress();
      const written = await withApplication({}, ({ database, now }) =>
        writeDemo({
          size: options.size,
          ...(options.seed === undefined ? {} : { seed: options.seed }),
          target: { database, at: now() },
        }),
      );
      progress.end();
      if (options.json === true) printJson(written);
      else printLine(JSON.stringify(written));
    });
}
