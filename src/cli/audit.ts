import type { Command } from 'commander';
import type { ChainVerification, ListedEntry } from '#core/audit';
import { instantOf, positiveNumber } from './arguments.ts';
import { exitCodes } from './exit-codes.ts';
import { printJson, printLine, printTable } from './output.ts';
import { startProgress } from './progress.ts';

interface ListOptions {
  readonly by?: string;
  readonly act?: string;
  readonly area?: string;
  readonly from?: Date;
  readonly to?: Date;
  readonly refused?: boolean;
  readonly limit: number;
  readonly json?: boolean;
}

/** `audit verify | list | stop | start`. */
export function addAudit(program: Command): void {
  const audit = program
    .command('audit')
    .description('the trail of every act · 审计')
    .addHelpText('after', '\nExamples:\n  junheng audit verify\n  junheng audit list --act balance --area 3411 --json');
  audit
    .command('verify')
    .description('whether an entry was edited, deleted, inserted or reordered, and which')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      const { withApplication } = await import('#app');
      const progress = startProgress();
      const verified = await withApplication({}, (application) =>
        application.audit.verify((entries) => progress.report(`${entries} entries`)),
      );
      progress.end();
      if (options.json === true) printJson(verified);
      else tellVerification(verified);
      if (!verified.holds) process.exitCode = exitCodes.failed;
    });
  audit
    .command('list')
    .description('entries, newest first')
    .option('--by <id>', 'whose acts')
    .option('--act <act>', 'which acts, such as balance.attest, or how they begin, such as balance')
    .option('--area <code>', 'an area code, or how it begins')
    .option('--from <time>', 'from this day or instant on, such as 2026-09-01', instantOf)
    .option('--to <time>', 'before this day or instant', instantOf)
    .option('--refused', 'refused acts only')
    .option('--limit <number>', 'how many', positiveNumber, 50)
    .option('--json', 'print JSON')
    .action(async ({ area, refused, json, ...options }: ListOptions) => {
      const { withApplication } = await import('#app');
      const filter = { ...options, areas: [area ?? ''], result: refused === true ? ('refused' as const) : undefined };
      const rows = await withApplication({}, ({ audit: trail }) => trail.list(filter));
      if (json === true) printJson({ rows });
      else printTable(['at', 'by', 'act', 'result', 'area', 'on', 'reason'], rows.map(cellsOf));
    });
  addSwitch(audit, 'stop', 'stop recording; that is itself recorded');
  addSwitch(audit, 'start', 'record again; that is itself recorded');
}

function addSwitch(audit: Command, name: 'stop' | 'start', description: string): void {
  audit
    .command(name)
    .description(description)
    .requiredOption('--reason <text>', 'why')
    .action(async ({ reason }: { readonly reason: string }) => {
      const { withApplication } = await import('#app');
      await withApplication({}, ({ audit: trail }) => trail[name]({ reason }));
      printLine(
        name === 'stop' ? '审计记录已停止。 The audit trail is stopped.' : '审计记录已恢复。 The audit trail runs.',
      );
    });
}

function tellVerification({ holds, entries, isOn, faults, restoredAt }: ChainVerification): void {
  if (!isOn) printLine('审计记录处于停止状态。 The audit trail is stopped.');
  if (restoredAt !== null) printLine(`数据库于 ${restoredAt} 由备份恢复。 The database was put back from a backup.`);
  if (holds) return printLine(`${entries} 条记录完整。 All ${entries} entries hold.`);
  printLine(`发现 ${faults.length} 处异常（共 ${entries} 条）。 ${faults.length} faults in ${entries} entries.`);
  printTable(
    ['fault', 'seq', 'entry', 'area', 'act', 'at'],
    faults.map(({ kind, seq, entry, area, act, at }) => [kind, seq, entry, area, act, at]),
  );
}

function cellsOf({ at, by, act, result, on, reason }: ListedEntry): readonly string[] {
  return [at.toISOString(), by, act, result, on.area, `${on.kind} ${on.id}`, reason];
}
