import type { PlanDetail, Target } from '#contracts/plans';
import { useAct } from '#web/api';
import { fixedText, useText } from '#web/locale';
import { standingStatus } from '#web/pages/plans/standing';
import { Button, DataTable, InlineProblem, type ShownColumn, StatusMark } from '#web/ui';
import { useWords } from './messages.ts';
import { latestOf, targetFigure } from './view-model.ts';

/** Every target with its number, where it stands, and what the trend makes of it. */
export function TargetTable({
  detail,
  onChange,
}: {
  readonly detail: PlanDetail;
  readonly onChange: (target: Target) => void;
}) {
  const words = useWords();
  const text = useText();
  const remove = useAct('plans.removeTarget');
  const split = useAct('plans.splitTarget');
  const figure = (value: number | null, row: Target) => targetFigure(value, row, { number: fixedText, unit: text });
  const paramsOf = (row: Target) => ({ area: detail.area.code, plan: detail.id, target: row.id });
  const columns: readonly ShownColumn<Target>[] = [
    { key: 'clause', title: words.clause, value: (row) => row.clause.id },
    { key: 'target', title: words.target, wide: true, value: (row) => row.title },
    {
      key: 'required',
      title: words.required,
      kind: 'number',
      value: (row) =>
        row.value === null ? words.blank : `${row.direction === 'atLeast' ? '≥' : '≤'} ${figure(row.value, row) ?? ''}`,
    },
    { key: 'now', title: words.now, kind: 'number', value: (row) => figure(latestOf(row), row) },
    { key: 'trend', title: words.trend, kind: 'number', value: (row) => figure(row.expected, row) },
    { key: 'due', title: words.due, kind: 'number', value: (row) => String(row.dueYear) },
    {
      key: 'standing',
      title: words.standing,
      value: (row) => words.standings[row.standing],
      render: (row) => (
        <span className="jh-tag">
          <StatusMark status={standingStatus[row.standing]} /> {words.standings[row.standing]}
        </span>
      ),
    },
    {
      key: 'above',
      title: words.above,
      kind: 'number',
      value: (row) =>
        row.follows === null ? null : `${figure(row.follows.value, row) ?? words.blank} · ${row.follows.dueYear}`,
    },
  ];
  const acting: ShownColumn<Target> = {
    key: 'actions',
    title: words.actions,
    sortable: false,
    value: () => null,
    render: (row) => (
      <>
        <Button look="quiet" aria-label={`${words.change}: ${row.title}`} onClick={() => onChange(row)}>
          {words.change}
        </Button>
        <Button
          look="quiet"
          aria-label={`${words.split}: ${row.title}`}
          onClick={() => split.mutate({ params: paramsOf(row), body: { lead: 'education' } })}
        >
          {words.split}
        </Button>
        <Button
          look="quiet"
          aria-label={`${words.remove}: ${row.title}`}
          onClick={() => remove.mutate({ params: paramsOf(row) })}
        >
          {words.remove}
        </Button>
      </>
    ),
  };
  return (
    <>
      <InlineProblem error={remove.error ?? split.error} />
      <DataTable
        id="t"
        caption={words.targets}
        rows={detail.targetRows}
        columns={detail.state === 'draft' ? [...columns, acting] : columns}
        rowKey={(row) => row.id}
        search={false}
      />
    </>
  );
}
