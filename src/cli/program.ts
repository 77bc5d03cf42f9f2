import { Command } from 'commander';
import { addAccount } from './account.ts';
import { addAudit } from './audit.ts';
import { addBackup } from './backup.ts';
import { addBench } from './bench.ts';
import { addDb } from './db.ts';
import { addDemo } from './demo.ts';
import { addDraw } from './draw.ts';
import { addEvaluate } from './evaluate.ts';
import { addExport } from './export.ts';
import { addImport } from './import.ts';
import { addInstruments } from './instruments.ts';
import { addKeys } from './keys.ts';
import { addProfile } from './profile.ts';
import { addRemedy } from './remedy.ts';
import { addSeats } from './seats.ts';
import { addServe } from './serve.ts';
import { addStandards } from './standards.ts';
import { addVerify } from './verify.ts';

/** Every command. Their work is loaded only when one of them runs, so that `--help` answers at once. */
export function buildProgram(): Command {
  const program = new Command('junheng')
    .description(
      'Junheng 均衡: evaluates schools against the quality-balance standards.\n均衡：按优质均衡标准评估学校与县域。',
    )
    .version('0.1.0')
    .showHelpAfterError('(junheng <command> --help)')
    .addHelpText(
      'after',
      `
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 input refused.

Examples:
  junheng serve                                       open the screens on this machine
  junheng evaluate schools.csv --profile my.yaml --standard CN-CQB-2017 --year 2025 --json
  junheng standards list`,
    );
  for (const add of [
    addServe,
    addDemo,
    addImport,
    addEvaluate,
    addRemedy,
    addSeats,
    addStandards,
    addInstruments,
    addProfile,
    addExport,
    addVerify,
    addDraw,
    addAudit,
    addAccount,
    addKeys,
    addBackup,
    addDb,
    addBench,
  ]) {
    add(program);
  }
  return program;
}
