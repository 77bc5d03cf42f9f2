import type { Coefficient, Overview } from '#contracts/balance';
import { BarAgainstLimit, ChartFrame, type LimitBar } from '#web/charts';
import { numberText, useCommon, useText, valueBesideLine } from '#web/locale';
import { useView } from '#web/shell';
import { DataTable, Figure, Section, type ShownColumn, VerdictTag } from '#web/ui';
import { useWords } from './messages.ts';
import { worstFirst } from './view-model.ts';

/** The coefficients against their limits, worst first, each split by the schools that make it large. */
export function Coefficients({ overview }: { readonly overview: Overview }) {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const view = useView();
  const rows = worstFirst(overview.coefficients, view.stage);
  const indicatorOf = (id: string) => overview.indicators.find((indicator) => indicator.id === id);
  const nameOf = (row: Coefficient) =>
    text(indicatorOf(row.indicator)?.name ?? { zh: row.indicator, en: row.indicator });
  const bars = rows.map(
    (row): LimitBar => ({
      key: `${row.indicator}:${row.stage}`,
      label: nameOf(row),
      note: common.stages[row.stage],
      href: view.href('indicators', row.indicator, { stage: row.stage }),
      value: row.coefficientOfVariation,
      limit: row.limit,
      status: row.status,
      before: row.previous,
      parts: row.drivers.map((driver) => ({ label: driver.name, share: driver.contributionShare })),
      figure: (
        <Figure
          trace={{ of: 'coefficient', indicator: row.indicator, stage: row.stage }}
          what={`${common.stages[row.stage]} ${nameOf(row)} ${words.coefficient}`}
        >
          {valueBesideLine(row.coefficientOfVariation, row.limit, 3)}
        </Figure>
      ),
      limitText: words.limit(numberText(row.limit, 3, 2)),
    }),
  );
  const columns: readonly ShownColumn<Coefficient>[] = [
    { key: 'indicator', title: words.indicator, value: nameOf },
    { key: 'stage', title: words.stage, value: (row) => common.stages[row.stage] },
    { key: 'schools', title: words.school, kind: 'number', value: (row) => row.schools },
    { key: 'mean', title: words.mean, kind: 'number', decimals: 3, value: (row) => row.mean },
    { key: 'deviation', title: words.deviation, kind: 'number', decimals: 3, value: (row) => row.standardDeviation },
    {
      key: 'coefficient',
      title: words.coefficient,
      kind: 'number',
      value: (row) => row.coefficientOfVariation,
      render: (row) => valueBesideLine(row.coefficientOfVariation, row.limit, 3),
    },
    { key: 'limit', title: words.limitColumn, kind: 'number', decimals: 3, value: (row) => row.limit },
    { key: 'previous', title: words.previous, kind: 'number', decimals: 3, value: (row) => row.previous },
    {
      key: 'verdict',
      title: words.verdict,
      value: (row) => common.verdicts[row.status],
      render: (row) => <VerdictTag status={row.status} />,
    },
  ];
  return (
    <Section title={words.coefficients} hint={words.coefficientsHint}>
      <ChartFrame
        table={
          <DataTable
            id="c"
            caption={words.coefficients}
            rows={rows}
            columns={columns}
            rowKey={(row) => `${row.indicator}:${row.stage}`}
          />
        }
      >
        <BarAgainstLimit label={words.coefficients} bars={bars} />
      </ChartFrame>
    </Section>
  );
}
