import { type Cell, columnLetter } from '#engines/sheets';
import { textOf } from './cell-text.ts';
import type { FindingCode } from './finding-catalogue.ts';
import type { FindingList, FindingWords } from './finding-list.ts';

/** Reports findings about the cells of one row. */
export class RowPlace {
  row = 0;
  private readonly sheet: string;
  private readonly findings: FindingList;

  constructor(sheet: string, findings: FindingList) {
    this.sheet = sheet;
    this.findings = findings;
  }

  get refusals(): number {
    return this.findings.refused;
  }

  /** Reports what is wrong with the whole file, where it is first met. */
  reportOnce(code: FindingCode): void {
    if (!this.findings.has(code)) {
      this.report(code, -1, null);
    }
  }

  report(code: FindingCode, column: number, cell: Cell, words: FindingWords = {}): void {
    const letter = column < 0 ? '' : columnLetter(column);
    this.findings.add(code, { sheet: this.sheet, row: this.row, column: letter, value: textOf(cell) }, words);
  }
}
