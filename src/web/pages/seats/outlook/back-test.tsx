import type { SeatsOverview } from '#contracts/seats';
import { numberText, shareText } from '#web/locale';
import { DataTable, Section } from '#web/ui';
import { useWords } from './messages.ts';

const shownLevels = ['schoolBand', 'districtBand', 'regionBand'] as const;
type ShownLevel = (typeof shownLevels)[number];
const yearsShown: readonly number[] = [1, 3, 5];

/** How well the same method would have done from earlier years, beside the two naive ones. */
export function BackTest({ overview }: { readonly overview: SeatsOverview }) {
  const words = useWords();
  const levelOf = (level: string): ShownLevel | undefined => shownLevels.find((one) => one === level);
  const rows = overview.backTest.flatMap((line) => {
    const level = levelOf(line.level);
    return level === undefined || !yearsShown.includes(line.ahead) ? [] : [{ ...line, level }];
  });
  return (
    <Section title={words.backTest} hint={words.backTestHint(shareText(overview.share, 0))}>
      <DataTable
        id="b"
        caption={words.backTest}
        bare
        rows={rows}
        rowKey={(row) => `${row.level} ${row.ahead}`}
        empty={<p>{words.noBackTest}</p>}
        columns={[
          { key: 'level', title: words.level, value: (row) => words.levels[row.level] },
          { key: 'ahead', title: words.ahead, kind: 'number', decimals: 0, value: (row) => row.ahead },
          {
            key: 'error',
            title: words.error,
            kind: 'number',
            value: (row) => row.error,
            render: (row) => shareText(row.error),
          },
          {
            key: 'last',
            title: words.lastValue,
            kind: 'number',
            value: (row) => row.lastValueError,
            render: (row) => shareText(row.lastValueError),
          },
          {
            key: 'rate',
            title: words.lastRate,
            kind: 'number',
            value: (row) => row.lastRateError,
            render: (row) => shareText(row.lastRateError),
          },
          {
            key: 'coverage',
            title: words.coverage,
            kind: 'number',
            value: (row) => row.coverage,
            render: (row) => (row.coverage === null ? words.oneYear : shareText(row.coverage, 0)),
          },
          {
            key: 'origins',
            title: words.origins,
            kind: 'number',
            decimals: 0,
            value: (row) => row.origins,
            render: (row) => numberText(row.origins),
          },
        ]}
      />
    </Section>
  );
}
