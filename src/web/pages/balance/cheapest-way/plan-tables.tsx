import type { RemedyPlan } from '#contracts/balance';
import { BarAgainstLimit, ChartFrame, type LimitBar } from '#web/charts';
import { type ListColumn, LongList } from '#web/lists';
import { numberText, useCommon, useText, valueBesideLine } from '#web/locale';
import { DataTable, Section, type ShownColumn, useIndicatorName, VerdictTag } from '#web/ui';
import { useWords } from './messages.ts';
import { afterStatus, type NamedPlan, type PlanStep } from './view-model.ts';

const fenInTenThousandYuan = 1_000_000;

/** The coefficients before and after the plan. */
export function PlanCoefficients({ plan }: { readonly plan: NamedPlan }) {
  const words = useWords();
  const common = useCommon();
  const nameOf = useIndicatorName(plan.indicators);
  type Row = RemedyPlan['coefficients'][number];
  const bars = plan.coefficients.map(
    (row): LimitBar => ({
      key: `${row.area}:${row.indicator}:${row.stage}`,
      label: nameOf(row.indicator),
      note: common.stages[row.stage],
      value: row.after,
      before: row.before,
      limit: row.limit,
      status: afterStatus(row),
      figure: (
        <span className="jh-number">
          {valueBesideLine(row.before, row.limit, 3)} → {valueBesideLine(row.after, row.limit, 3)}
        </span>
      ),
      limitText: row.binding ? words.binding : '',
    }),
  );
  const columns: readonly ShownColumn<Row>[] = [
    { key: 'indicator', title: words.indicator, value: (row) => nameOf(row.indicator) },
    { key: 'stage', title: words.stage, value: (row) => common.stages[row.stage] },
    { key: 'before', title: words.before, kind: 'number', decimals: 3, value: (row) => row.before },
    { key: 'after', title: words.after, kind: 'number', decimals: 3, value: (row) => row.after },
    { key: 'limit', title: words.limit, kind: 'number', decimals: 3, value: (row) => row.limit },
    { key: 'binding', title: words.binding, value: (row) => (row.binding ? words.binding : '') },
    {
      key: 'saving',
      title: words.saving,
      unit: words.costTenThousand,
      kind: 'number',
      decimals: 1,
      value: (row) => (row.binding ? row.savingFen / fenInTenThousandYuan : null),
    },
    {
      key: 'verdict',
      title: words.coefficient,
      value: (row) => common.verdicts[afterStatus(row)],
      render: (row) => <VerdictTag status={afterStatus(row)} />,
    },
  ];
  return (
    <Section title={words.coefficients} hint={words.coefficientsHint}>
      <ChartFrame
        table={
          <DataTable
            id="c"
            caption={words.coefficients}
            rows={plan.coefficients}
            columns={columns}
            rowKey={(row) => `${row.area}:${row.indicator}:${row.stage}`}
            search={false}
          />
        }
      >
        <BarAgainstLimit label={words.coefficients} bars={bars} />
      </ChartFrame>
    </Section>
  );
}

/** Every addition, school by school. */
export function PlanSteps({ plan }: { readonly plan: NamedPlan }) {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const nameOf = useIndicatorName(plan.indicators);
  const decimals = (id: string) => plan.indicators.find((indicator) => indicator.id === id)?.decimals ?? 2;
  const columns: readonly ListColumn<PlanStep>[] = [
    { key: 'school', title: words.school, value: (row) => row.name },
    { key: 'stage', title: words.stage, facet: (row) => row.stage, value: (row) => common.stages[row.stage] },
    { key: 'indicator', title: words.indicator, facet: (row) => row.indicator, value: (row) => nameOf(row.indicator) },
    {
      key: 'amount',
      title: words.amount,
      kind: 'number',
      value: (row) => row.amount,
      render: (row) =>
        `${row.amount < 0 ? `${words.give} ` : ''}${numberText(Math.abs(row.amount), row.whole ? 0 : 1)}`,
    },
    { key: 'resource', title: words.resource, value: (row) => text(row.resource) },
    {
      key: 'before',
      title: words.valueBefore,
      kind: 'number',
      value: (row) => row.valueBefore,
      render: (row) => numberText(row.valueBefore, decimals(row.indicator)),
    },
    {
      key: 'after',
      title: words.valueAfter,
      kind: 'number',
      value: (row) => row.valueAfter,
      render: (row) => numberText(row.valueAfter, decimals(row.indicator)),
    },
    {
      key: 'cost',
      title: words.cost,
      unit: words.costTenThousand,
      kind: 'number',
      decimals: 2,
      value: (row) => row.costFen / fenInTenThousandYuan,
    },
  ];
  return (
    <Section title={words.steps}>
      <LongList
        id="st"
        list="balance.planSteps"
        caption={words.steps}
        rows={plan.steps}
        columns={columns}
        rowKey={(row) => `${row.unit}:${row.stage}:${row.indicator}`}
      />
    </Section>
  );
}
