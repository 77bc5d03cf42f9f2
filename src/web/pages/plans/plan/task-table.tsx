import { Link } from 'react-router';
import type { PlanDetail, Target, Task } from '#contracts/plans';
import { useAct } from '#web/api';
import { fixedText, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Button, DataTable, InlineProblem, type ShownColumn, StatusMark } from '#web/ui';
import { useWords } from './messages.ts';
import { targetFigure } from './view-model.ts';

/** Year by year: what is done, who leads and helps, until when. */
export function TaskTable({ detail }: { readonly detail: PlanDetail }) {
  const words = useWords();
  const text = useText();
  const view = useView();
  const remove = useAct('plans.removeTask');
  const targetOf = (row: Task): Target | undefined => detail.targetRows.find(({ id }) => id === row.target);
  const columns: readonly ShownColumn<Task>[] = [
    { key: 'year', title: words.year, kind: 'number', value: (row) => String(row.year) },
    { key: 'clause', title: words.clause, value: (row) => row.clause.id },
    { key: 'task', title: words.task, wide: true, value: (row) => row.title },
    {
      key: 'milestone',
      title: words.milestone,
      kind: 'number',
      value: (row) => {
        const target = targetOf(row);
        return target === undefined ? null : targetFigure(row.milestone, target, { number: fixedText, unit: text });
      },
    },
    { key: 'lead', title: words.lead, value: (row) => text(row.lead.name) },
    {
      key: 'supporting',
      title: words.supporting,
      value: (row) => row.supporting.map(({ name }) => text(name)).join(' · '),
    },
    { key: 'due', title: words.dueOn, value: (row) => row.dueOn },
    { key: 'evidence', title: words.evidence, value: (row) => row.evidence },
  ];
  const inDraft: ShownColumn<Task> = {
    key: 'actions',
    title: words.actions,
    sortable: false,
    value: () => null,
    render: (row) => (
      <Button
        look="quiet"
        aria-label={`${words.remove}: ${row.title} ${row.year}`}
        onClick={() => remove.mutate({ params: { area: detail.area.code, plan: detail.id, task: row.id } })}
      >
        {words.remove}
      </Button>
    ),
  };
  const inForce: ShownColumn<Task> = {
    key: 'case',
    title: words.case,
    value: (row) => row.case && text(row.case.state),
    render: (row) =>
      row.case === null ? null : (
        <Link
          to={view.hrefTo(`/cases/plans.task/${detail.area.code}-${row.case.id}`, { area: detail.area.code })}
          aria-label={`${text(row.case.state)}: ${row.title} ${row.year}`}
        >
          <StatusMark status={row.case.isFinal ? 'met' : row.case.isOverdue ? 'notMet' : 'noData'} />{' '}
          {text(row.case.state)}
          {row.case.isOverdue ? ` · ${words.overdue}` : ''}
        </Link>
      ),
  };
  return (
    <>
      <InlineProblem error={remove.error} />
      <DataTable
        id="k"
        caption={words.tasks}
        rows={detail.taskRows}
        columns={[...columns, detail.state === 'draft' ? inDraft : inForce]}
        rowKey={(row) => row.id}
      />
    </>
  );
}
