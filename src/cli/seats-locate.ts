import { type Command, InvalidArgumentError } from 'commander';
import { exitCodes } from './exit-codes.ts';
import { printJson, printTable } from './output.ts';

interface Options {
  readonly rules: string;
  readonly doors?: string;
  readonly district?: string;
  readonly stage?: string;
  readonly date?: string;
  readonly json?: boolean;
}

export function addSeatsLocate(seats: Command): void {
  seats
    .command('locate')
    .description('the school of an address by the rules in a file · 查地址对应的学校')
    .argument('<address...>', 'addresses')
    .requiredOption('--rules <file>', 'catchment rules, CSV or xlsx (see docs/handbook/siting.md)')
    .option('--doors <file>', 'known doors with village and neighbourhood, CSV or xlsx')
    .option('--district <name>', 'district of addresses that do not name theirs')
    .option('--stage <stage>', 'primary, junior, …; all stages of the rules without it')
    .option('--date <date>', 'rules in force on this day', plainDate)
    .option('--json', 'print answers with their rules, and what is wrong in the rule file, as JSON')
    .addHelpText('after', '\nExample:\n  junheng seats locate --rules rules.csv 青山里3鄰')
    .action(async (addresses: string[], options: Options) => {
      const { locateFiles } = await import('#app');
      const answer = await locateFiles({ ...options, addresses });
      if (options.json === true) printJson(answer);
      else {
        for (const { zh, en } of answer.findings) process.stderr.write(`${zh}\n${en}\n`);
        printTable(
          ['address', 'stage', 'answer', 'schools'],
          answer.located.map(({ address, stage, kind, answers }) => [address, stage, kind, schoolsOf(answers)]),
        );
      }
      if (answer.located.some(({ kind }) => kind === 'noRule')) process.exitCode = exitCodes.failed;
    });
}

type Answers = Awaited<ReturnType<typeof import('#app')['locateFiles']>>['located'][number]['answers'];

function schoolsOf(answers: Answers): string {
  const told = answers.map(({ located }) =>
    located.kind === 'noRule'
      ? located.reason
      : located.candidates.map(({ school, basis }) => (basis === 'free' ? `(${school})` : school)).join(' '),
  );
  return [...new Set(told)].join(' / ');
}

function plainDate(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw new InvalidArgumentError('a day is wanted, such as 2026-09-01');
  }
  return text;
}
