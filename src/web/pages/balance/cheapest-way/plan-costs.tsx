import { Link } from 'react-router';
import { type ListColumn, LongList } from '#web/lists';
import { useCommon, useText } from '#web/locale';
import { useView } from '#web/shell';
import { DataTable, Section, type ShownColumn, useIndicatorName } from '#web/ui';
import { useWords } from './messages.ts';
import { dearestSchools, type NamedPlan } from './view-model.ts';

const fenInTenThousandYuan = 1_000_000;

/** Money as a figure and as a bar beside it; the dearest row's bar is full. */
function useMoneyColumns<Row extends { readonly costFen: number }>(rows: readonly Row[]): readonly ShownColumn<Row>[] {
  const words = useWords();
  const dearest = Math.max(1, ...rows.map((row) => row.costFen));
  return [
    {
      key: 'cost',
      title: words.cost,
      unit: words.costTenThousand,
      kind: 'number',
      decimals: 1,
      value: (row) => row.costFen / fenInTenThousandYuan,
    },
    {
      key: 'bar',
      title: words.share,
      sortable: false,
      value: () => null,
      render: (row) => <span className="jh-cost" style={{ width: `${(row.costFen / dearest) * 100}%` }} />,
    },
  ];
}

/** What the plan costs by indicator. */
export function CostByIndicator({ plan }: { readonly plan: NamedPlan }) {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const nameOf = useIndicatorName(plan.indicators);
  type Row = NamedPlan['byIndicator'][number];
  const columns: readonly ShownColumn<Row>[] = [
    { key: 'indicator', title: words.indicator, value: (row) => nameOf(row.indicator) },
    { key: 'stage', title: words.stage, value: (row) => common.stages[row.stage] },
    ...useMoneyColumns<Row>(plan.byIndicator),
    { key: 'amount', title: words.amount, kind: 'number', decimals: 0, value: (row) => row.amount },
    { key: 'resource', title: words.resource, value: (row) => text(row.resource) },
  ];
  return (
    <Section title={words.byIndicator}>
      <DataTable
        id="bi"
        caption={words.byIndicator}
        rows={[...plan.byIndicator].sort((a, b) => b.costFen - a.costFen)}
        columns={columns}
        rowKey={(row) => `${row.indicator}:${row.stage}`}
        search={false}
      />
    </Section>
  );
}

/** What the plan costs by school. */
export function CostBySchool({ plan }: { readonly plan: NamedPlan }) {
  const words = useWords();
  const common = useCommon();
  const view = useView();
  const nameOf = useIndicatorName(plan.indicators);
  type Row = NamedPlan['bySchool'][number];
  const columns: readonly ListColumn<Row>[] = [
    {
      key: 'school',
      title: words.school,
      value: (row) => row.name,
      render: (row) => <Link to={view.href('schools', row.unit, {}, row.county)}>{row.name}</Link>,
    },
    { key: 'stage', title: words.stage, facet: (row) => row.stage, value: (row) => common.stages[row.stage] },
    ...useMoneyColumns<Row>(plan.bySchool),
    { key: 'spared', title: words.spared, value: (row) => (row.spared ? nameOf(row.spared) : '') },
  ];
  return (
    <Section title={words.bySchool} hint={words.sparedHint}>
      <LongList
        id="bs"
        list="balance.planSchools"
        caption={words.bySchool}
        rows={dearestSchools(plan)}
        columns={columns}
        rowKey={(row) => `${row.unit}:${row.stage}`}
      />
    </Section>
  );
}
