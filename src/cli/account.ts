import type { Command } from 'commander';
import { accountLink } from './account-link.ts';
import { printLine } from './output.ts';

/** `account reset LOGIN`: for whoever is locked out, by whoever owns the data folder. */
export function addAccount(program: Command): void {
  const account = program.command('account').description('accounts of people · 账号');
  account
    .command('reset')
    .description('print a one-time link that sets a new password and takes the second proof away')
    .argument('<login>', 'the sign-in name')
    .addHelpText('after', '\nStop the server first: one process holds the embedded database.')
    .action(async (login: string) => printLink(await accountLink({ login })));
  account
    .command('first')
    .description('print the one-time link that makes the first administrator')
    .action(async () => printLink(await accountLink({})));
}

function printLink(link: string | undefined): void {
  printLine(link ?? '已有管理员。 There is an administrator already.');
}
