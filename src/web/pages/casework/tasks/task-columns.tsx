import { Link } from 'react-router';
import type { CaseRow } from '#contracts/casework';
import type { ListColumn } from '#web/lists';
import { instantText, useText } from '#web/locale';
import { useWords } from './messages.ts';

/** The columns of a list of cases. */
export function useTaskColumns(): readonly ListColumn<CaseRow>[] {
  const words = useWords();
  const text = useText();
  const due = (row: CaseRow): string =>
    [
      row.dueOn ?? words.noDue,
      ...(row.isOverdue ? [words.late] : []),
      ...(row.dueMissingYears.length > 0 ? [words.provisional(row.dueMissingYears.join('、'))] : []),
    ].join(' · ');
  return [
    {
      key: 'title',
      title: words.subject,
      value: (row) => row.title,
      render: (row) => <Link to={`/cases/${row.kind}/${row.case}`}>{row.title}</Link>,
      wide: true,
    },
    {
      key: 'due',
      title: words.dueOn,
      value: due,
      render: (row) => <span className={row.isOverdue ? 'jh-late' : undefined}>{due(row)}</span>,
    },
    { key: 'asks', title: words.asked, value: (row) => row.asks.map(({ title }) => text(title)).join(' / ') },
    { key: 'state', title: words.state, value: (row) => text(row.stateTitle), facet: (row) => row.state },
    { key: 'unit', title: words.place, value: (row) => row.unitName ?? row.unit ?? '' },
    { key: 'kind', title: words.kind, value: (row) => text(row.kindTitle) },
    { key: 'area', title: words.area, value: (row) => row.area, extra: true },
    { key: 'changed', title: words.changed, value: (row) => instantText(row.actedAt), extra: true },
  ];
}
