import type { Mistake } from '#standards';
import { exitCodes } from './exit-codes.ts';
import { printJson, printLine } from './output.ts';

/** Prints every mistake of the checked files with its line, column and remedy; where there is one, the run ends with exit code 3. */
export function tellMistakes(
  mistakes: readonly Mistake[],
  asked: { readonly files: number; readonly json: boolean },
): void {
  if (mistakes.length > 0) process.exitCode = exitCodes.refused;
  if (asked.json) return printJson({ mistakes });
  for (const { file, line, column, message, remedy } of mistakes) {
    printLine(`${file}:${line}:${column}  ${message.zh}${remedy?.zh ?? ''}`);
    printLine(`  ${message.en} ${remedy?.en ?? ''}`);
  }
  if (mistakes.length === 0) printLine(`${asked.files} 个文件没有错误 · no mistakes`);
}
