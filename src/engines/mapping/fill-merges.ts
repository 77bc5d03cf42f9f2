import type { Cell, Merge, Row } from '#engines/sheets';

/** Repeats the value of a vertically merged range in every row it covers. Rows must come in order. */
export class MergeFiller {
  private readonly starting: Merge[];
  private active: { readonly merge: Merge; readonly cell: Cell }[] = [];

  constructor(merges: readonly Merge[]) {
    this.starting = merges.filter((merge) => merge.bottom > merge.top).sort((a, b) => b.top - a.top);
  }

  fill(row: Row): readonly Cell[] {
    if (this.starting.length === 0 && this.active.length === 0) {
      return row.cells;
    }
    this.active = this.active.filter(({ merge }) => merge.bottom >= row.number);
    for (let next = this.starting.at(-1); next !== undefined && next.top <= row.number; next = this.starting.at(-1)) {
      this.starting.pop();
      if (next.top === row.number) {
        this.active.push({ merge: next, cell: row.cells[next.left] ?? null });
      }
    }
    if (this.active.length === 0) {
      return row.cells;
    }
    const cells = [...row.cells];
    for (const { merge, cell } of this.active) {
      if (merge.top < row.number) {
        while (cells.length <= merge.left) {
          cells.push(null);
        }
        cells[merge.left] ??= cell;
      }
    }
    return cells;
  }
}

/** Repeats the value of every merged range across its columns, for headings of several rows. */
export function spreadMerges(rows: readonly Row[], merges: readonly Merge[]): readonly (readonly string[])[] {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  return rows.map((row) => {
    const cells: string[] = row.cells.map((cell) =>
      cell === null ? '' : typeof cell === 'string' ? cell : String(cell.value),
    );
    for (const merge of merges) {
      if (merge.top <= row.number && merge.bottom >= row.number) {
        const anchor = byNumber.get(merge.top)?.cells[merge.left] ?? null;
        const text = anchor === null ? '' : typeof anchor === 'string' ? anchor : String(anchor.value);
        for (let column = merge.left; column <= merge.right && column < 16_384; column++) {
          while (cells.length <= column) {
            cells.push('');
          }
          cells[column] = text;
        }
      }
    }
    return cells;
  });
}
