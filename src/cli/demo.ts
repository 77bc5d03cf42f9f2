import { type Command, Option } from 'commander';
import { wholeNumber } from './arguments.ts';
import { printJson, printLine } from './output.ts';
import { startProgress } from './progress.ts';

interface Options {
  readonly size: 'county' | 'city' | 'province' | 'nation';
  readonly seed?: number;
  readonly as: 'database' | 'workbook' | 'returns';
  readonly out: string;
  readonly json?: boolean;
}

export function addDemo(program: Command): void {
  const demo = program
    .command('demo')
    .description('the invented county (虚构) · 演示数据')
    .addHelpText('after', '\nExample:\n  junheng demo write --size city');
  demo
    .command('write')
    .description('write it into the database (counties that are there already stay as they are), or as files')
    .addOption(new Option('--size <size>').choices(['county', 'city', 'province', 'nation']).default('county'))
    .option('--seed <number>', 'another seed gives another county', wholeNumber)
    .addOption(
      new Option('--as <form>', 'the database, our county workbook, or official returns')
        .choices(['database', 'workbook', 'returns'])
        .default('database'),
    )
    .option('--out <folder>', 'where files go', 'demo')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  junheng demo write --size city\n  junheng demo write --as workbook --out demo',
    )
    .action(async (options: Options) => {
      const progress = startProgress();
      const written = options.as === 'database' ? await writeIntoDatabase(options) : await writeFiles(options);
      progress.end();
      if (options.json === true) printJson(written);
      else printLine(JSON.stringify(written));
    });
}

function choiceOf({ size, seed }: Options) {
  return { size, ...(seed === undefined ? {} : { seed }) };
}

async function writeIntoDatabase(options: Options): Promise<object> {
  const { withApplication, writeDemoLedger } = await import('#app');
  const { writeDemo } = await import('#modules/demo');
  return withApplication({}, async (application) => {
    const { database, conditions, now } = application;
    const written = await writeDemo({
      ...choiceOf(options),
      target: { database, dictionary: conditions.catalogue.library.dictionary, at: now() },
    });
    // Thousands of counties would take longer than anybody waits for a demo.
    if (options.size === 'county' || options.size === 'city') await writeDemoLedger(application);
    return written;
  });
}

/** Files are made over a database in memory, which is thrown away afterwards. */
async function writeFiles(options: Options): Promise<object> {
  const { withApplication } = await import('#app');
  const { writeDemoReturns, writeDemoWorkbooks } = await import('#modules/demo');
  const { out: folder, as } = options;
  const files = await withApplication({ place: { kind: 'memory' } }, ({ database, exchange, conditions, now }) => {
    const { dictionary } = conditions.catalogue.library;
    return as === 'workbook'
      ? writeDemoWorkbooks({ ...choiceOf(options), target: { folder, database, exchange, dictionary, at: now() } })
      : writeDemoReturns({ ...choiceOf(options), target: { folder, dictionary } });
  });
  return { folder, files: files.length };
}
