import { type Command, InvalidArgumentError } from 'commander';

interface Benches {
  benchNames(): Promise<string[]>;
  runBenches(names: readonly string[], options: { benchmarks?: string; databaseUrl?: string }): AsyncIterable<object>;
}

export function addBench(program: Command): void {
  program
    .command('bench')
    .description('measure against peers, one JSON line a measurement · 性能测试')
    .argument('[name...]', 'benchmarks to run; all without a name')
    .option('--data <dir>', 'folder of published problems with known answers')
    .option('--database-url <url>', 'PostgreSQL server on which scratch databases may be made; embedded without it')
    .option('--list', 'name the benchmarks')
    .option('--json', 'no effect: lines are JSON anyway')
    .addHelpText('after', '\nExample:\n  junheng bench inequality --data ./benchmarks')
    .action(async (names: string[], options: { data?: string; databaseUrl?: string; list?: boolean }) => {
      const benches = await loadBenches();
      const known = await benches.benchNames();
      if (options.list === true) {
        for (const name of known) process.stdout.write(`${name}\n`);
        return;
      }
      const unknown = names.filter((name) => !known.includes(name));
      if (unknown.length > 0) throw new InvalidArgumentError(`${unknown.join(', ')}: not among ${known.join(', ')}`);
      const chosen = names.length === 0 ? known : names;
      for await (const line of benches.runBenches(chosen, {
        ...(options.data === undefined ? {} : { benchmarks: options.data }),
        ...(options.databaseUrl === undefined ? {} : { databaseUrl: options.databaseUrl }),
      })) {
        process.stdout.write(`${JSON.stringify(line)}\n`);
      }
    });
}

/** Benchmarks lie with the tests, outside every room, and come only with the source tree. */
async function loadBenches(): Promise<Benches> {
  const place = new URL('../../tests/bench/index.ts', import.meta.url);
  return (await import(place.href)) as Benches;
}
