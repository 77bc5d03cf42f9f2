import { type Command, CommanderError } from 'commander';
import { DomainError } from '#core/errors';
import { exitCodes } from './exit-codes.ts';
import { printJson } from './output.ts';
import { type ToldFinding, tellFindings } from './tell-findings.ts';

/** Runs a command line to its end and says how it ended; refusals are told in both languages, bugs keep their stack. */
export async function runProgram(program: Command, argv: readonly string[]): Promise<number> {
  makeThrowing(program);
  try {
    await program.parseAsync([...argv]);
    return typeof process.exitCode === 'number' ? process.exitCode : exitCodes.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    if (error instanceof DomainError) {
      tellRefusal(error, argv.includes('--json'));
      return error.status < 500 ? exitCodes.refused : exitCodes.failed;
    }
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return exitCodes.failed;
  }
}

function tellRefusal({ code, text, remedy, parameters, cause }: DomainError, asJson: boolean): void {
  const findings: readonly ToldFinding[] = Array.isArray(cause) ? cause : [];
  if (asJson) printJson({ error: { code, text, remedy, parameters, ...(findings.length > 0 ? { findings } : {}) } });
  tellFindings(findings);
  process.stderr.write(`${text.zh}${remedy.zh}\n${text.en} ${remedy.en}\n(${code})\n`);
}

/** Commander otherwise ends the process itself, and says 1 for a wrong usage. */
function makeThrowing(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) makeThrowing(child);
}
