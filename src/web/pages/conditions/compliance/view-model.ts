import type { LedgerLine } from '#contracts/ledger';

/** A school with its open gaps, counted by family. */
export interface SchoolGaps {
  readonly county: string;
  readonly countyName: string;
  readonly unit: string;
  readonly name: string;
  readonly open: number;
  readonly bottomLine: number;
  readonly byFamily: Readonly<Record<string, number>>;
}

/** Open lines put together by school, those below the bottom line first, then by how many they are. */
export function gapsBySchool(lines: readonly LedgerLine[]): readonly SchoolGaps[] {
  const open = lines.filter(({ state }) => state === 'open');
  const groups = [...Map.groupBy(open, ({ county, unit }) => `${county} ${unit}`).values()];
  return groups
    .flatMap((own) => {
      const [first] = own;
      if (first === undefined) return [];
      const byFamily: Record<string, number> = {};
      for (const { family } of own) byFamily[family.id] = (byFamily[family.id] ?? 0) + 1;
      return [
        {
          county: first.county,
          countyName: first.countyName,
          unit: first.unit,
          name: first.name,
          open: own.length,
          bottomLine: own.filter(({ bottomLine }) => bottomLine).length,
          byFamily,
        },
      ];
    })
    .toSorted((a, b) => b.bottomLine - a.bottomLine || b.open - a.open || a.name.localeCompare(b.name, 'zh'));
}
