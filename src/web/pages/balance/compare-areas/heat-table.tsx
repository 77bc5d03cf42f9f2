import { Link } from 'react-router';
import type { Comparison, ComparisonRow } from '#contracts/balance';
import { type ListColumn, LongList } from '#web/lists';
import { numberText, shareText, useCommon, valueBesideLine } from '#web/locale';
import { useView } from '#web/shell';
import { Section, StatusMark, useIndicatorName, VerdictTag } from '#web/ui';
import { useWords } from './messages.ts';
import { useRowName } from './use-row-name.ts';
import { cellOf, cellStatus, cellValue, heatColumns, type Quantity } from './view-model.ts';

/** Rows against indicators, each cell a value with the shape and colour of its verdict: heat map and table in one. */
export function HeatTable({ comparison, quantity }: { readonly comparison: Comparison; readonly quantity: Quantity }) {
  const words = useWords();
  const common = useCommon();
  const rowName = useRowName(comparison.by);
  const view = useView();
  const nameOf = useIndicatorName(comparison.indicators);
  const decimals = (id: string) => comparison.indicators.find((indicator) => indicator.id === id)?.decimals ?? 2;
  const columns: readonly ListColumn<ComparisonRow>[] = [
    {
      key: 'name',
      title: words.name,
      value: (row) => rowName(row),
      render: (row) =>
        row.area ? (
          <Link to={view.href(row.area.level === 'county' ? 'overview' : 'compare', '', {}, row.area.code)}>
            {rowName(row)}
          </Link>
        ) : (
          rowName(row)
        ),
    },
    { key: 'rank', title: words.rank, kind: 'number', decimals: 0, value: (row) => row.rank },
    { key: 'previousRank', title: words.previousRank, kind: 'number', decimals: 0, value: (row) => row.previousRank },
    {
      key: 'verdict',
      title: words.verdict,
      facet: (row) => row.verdict,
      value: (row) => common.verdicts[row.verdict],
      render: (row) => <VerdictTag status={row.verdict} />,
    },
    { key: 'outside', title: words.outside, kind: 'number', decimals: 0, value: (row) => row.coefficientsOutside },
    {
      key: 'stages',
      title: words.stagesOutside,
      kind: 'number',
      value: (row) => row.schoolStagesOutside,
      render: (row) => words.of(numberText(row.schoolStagesOutside), numberText(row.schoolStages)),
    },
    ...heatColumns(comparison, view.stage).map(
      (column): ListColumn<ComparisonRow> => ({
        key: `${column.indicator}-${column.stage}`,
        title: `${common.stages[column.stage]} ${nameOf(column.indicator)}`,
        kind: 'number',
        value: (row) => cellValue(cellOf(row, column), quantity),
        render: (row) => {
          const cell = cellOf(row, column);
          const value = cellValue(cell, quantity);
          const status = cellStatus(cell, quantity);
          return (
            <span className={`jh-heat-cell jh-heat-${status}`}>
              {status === 'notApplicable' || status === 'met' ? null : <StatusMark status={status} size={9} />}
              {quantity === 'coefficient'
                ? valueBesideLine(value, cell?.limit, 3)
                : quantity === 'mean'
                  ? numberText(value, decimals(column.indicator))
                  : shareText(value, 0)}
              {status === 'notApplicable' ? null : <span className="jh-unseen"> {common.verdicts[status]}</span>}
            </span>
          );
        },
      }),
    ),
  ];
  return (
    <Section title={`${words.table} · ${words.shows[quantity]}`} hint={words.tableHint}>
      <LongList
        id="h"
        list="balance.comparison"
        caption={words.table}
        rows={comparison.rows}
        columns={columns}
        rowKey={(row) => row.key}
      />
    </Section>
  );
}
