/** What was found in a file, as far as a terminal tells it. */
export interface ToldFinding {
  readonly place: { readonly file: string; readonly sheet: string; readonly row: number; readonly column: string };
  readonly message: { readonly zh: string; readonly en: string };
  readonly remedy: { readonly zh: string; readonly en: string };
}

const told = 50;

/** Names each cell and what to do about it, on standard error. */
export function tellFindings(findings: readonly ToldFinding[]): void {
  for (const { place, message, remedy } of findings.slice(0, told)) {
    const cell = place.row === 0 ? '' : `${place.column}${place.row}`;
    process.stderr.write(
      `${place.file} ${place.sheet} ${cell}: ${message.zh}${remedy.zh} ${message.en} ${remedy.en}\n`,
    );
  }
  if (findings.length > told) process.stderr.write(`… ${findings.length - told} more\n`);
}
