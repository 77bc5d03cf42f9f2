import { Link } from 'react-router';
import type { ComparisonRow, Overview } from '#contracts/balance';
import { useAnswer } from '#web/api';
import { numberText, useCommon, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Await, ButtonLink, DataTable, Section, type ShownColumn, VerdictTag } from '#web/ui';
import { useWords } from './messages.ts';

/** Above a county: the areas below, each with its verdict, the worst first. */
export function AreasBelow({ overview }: { readonly overview: Overview }) {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const view = useView();
  const asked = useAnswer('balance.comparison', {
    params: { area: overview.area.code },
    query: { year: overview.schoolYear, standard: overview.standard.id, by: 'areas' },
  });
  const columns: readonly ShownColumn<ComparisonRow>[] = [
    {
      key: 'name',
      title: words.area,
      value: (row) => text(row.name),
      render: (row) =>
        row.area ? <Link to={view.href('overview', '', {}, row.area.code)}>{text(row.name)}</Link> : text(row.name),
    },
    {
      key: 'verdict',
      title: words.verdict,
      value: (row) => common.verdicts[row.verdict],
      render: (row) => <VerdictTag status={row.verdict} />,
    },
    {
      key: 'counties',
      title: words.countiesMet,
      kind: 'number',
      value: (row) => row.areas.met,
      render: (row) => words.of(numberText(row.areas.met), numberText(row.areas.total)),
    },
    { key: 'coefficients', title: words.coefficientsOutside, kind: 'number', value: (row) => row.coefficientsOutside },
    {
      key: 'stages',
      title: words.stagesOutside,
      kind: 'number',
      value: (row) => row.schoolStagesOutside,
      render: (row) => words.of(numberText(row.schoolStagesOutside), numberText(row.schoolStages)),
    },
    { key: 'rank', title: words.rank, kind: 'number', value: (row) => row.rank },
  ];
  return (
    <Section
      title={words.areasBelow}
      hint={words.rankHint}
      actions={<ButtonLink to={view.href('compare')}>{words.toCompare}</ButtonLink>}
    >
      <Await asked={asked} nested>
        {({ rows }) => (
          <DataTable
            id="ab"
            caption={words.areasBelow}
            rows={[...rows].sort((a, b) => b.rank - a.rank)}
            columns={columns}
            rowKey={(row) => row.key}
          />
        )}
      </Await>
    </Section>
  );
}
