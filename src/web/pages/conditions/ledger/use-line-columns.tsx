import { useMemo } from 'react';
import { Link } from 'react-router';
import type { LedgerLine } from '#contracts/ledger';
import type { ListColumn } from '#web/lists';
import { moneyText, noValue, numberText, useCommon, useLanguage, useText } from '#web/locale';
import { figureBeside, lineText, useLedgerWords } from '#web/pages/conditions/ledger-words';
import { useView } from '#web/shell';
import { StatusMark } from '#web/ui';

/** The columns of a list of lines; what stands in the file stands on the screen. */
export function useLineColumns(withCounty: boolean): readonly ListColumn<LedgerLine>[] {
  const words = useLedgerWords();
  const common = useCommon();
  const text = useText();
  const view = useView();
  const { language } = useLanguage();
  return useMemo(() => {
    const stage = (row: LedgerLine) => (row.stage === 'all' ? words.wholeSchool : common.stages[row.stage]);
    const columns: ListColumn<LedgerLine>[] = [
      {
        key: 'item',
        title: words.item,
        wide: true,
        facet: (row) => `${row.standard}~${row.indicator}`,
        value: (row) => text(row.title),
        render: (row) => <Link to={view.href('ledger', row.id, {}, row.county)}>{text(row.title)}</Link>,
      },
      { key: 'school', title: words.school, value: (row) => row.name },
      {
        key: 'state',
        title: words.state,
        facet: (row) => row.state,
        value: (row) => words.states[row.state],
        render: (row) => (
          <span className="jh-cell-status">
            <StatusMark
              status={row.state === 'closed' ? 'met' : row.state === 'open' ? 'notMet' : 'notApplicable'}
              size={9}
            />
            {words.states[row.state]}
          </span>
        ),
      },
      {
        key: 'shortfall',
        title: words.shortfall,
        kind: 'number',
        value: (row) => (row.state === 'open' ? row.shortfall : null),
        render: (row) =>
          row.state === 'open' ? words.shortBy(numberText(row.shortfall, 1), text(row.resource)) : noValue,
      },
      {
        key: 'due',
        title: words.due,
        width: 12,
        value: (row) => row.dueOn,
        render: (row) => (row.overdue ? `${row.dueOn} ${words.overdue}` : row.dueOn),
      },
      {
        key: 'standing',
        title: words.standing,
        facet: (row) => row.progress ?? '',
        value: (row) => (row.progress === null ? '' : words.progress[row.progress]),
      },
      {
        key: 'cost',
        title: words.cost,
        kind: 'number',
        value: (row) => (row.costFen === null ? null : row.costFen / 100),
        render: (row) =>
          row.state === 'open' ? (row.costFen === null ? words.noCost : moneyText(row.costFen, language)) : noValue,
      },
      { key: 'family', title: words.family, facet: (row) => row.family.id, value: (row) => text(row.family.name) },
      { key: 'stage', title: words.stage, facet: (row) => row.stage, value: stage },
      {
        key: 'value',
        title: words.value,
        kind: 'number',
        value: (row) => row.value,
        render: (row) =>
          row.unitOfValue.en === 'share'
            ? figureBeside(row.value, row.threshold, row.decimals, row.unitOfValue)
            : `${figureBeside(row.value, row.threshold, row.decimals, row.unitOfValue)} ${text(row.unitOfValue)}`,
      },
      {
        key: 'line',
        title: words.line,
        kind: 'number',
        value: (row) => row.threshold,
        render: (row) => lineText(row.threshold, row.decimals, row.unitOfValue),
      },
      { key: 'act', title: words.act, wide: true, value: (row) => text(row.act) },
      { key: 'owner', title: words.owner, facet: (row) => row.owner.zh, value: (row) => text(row.owner) },
      {
        key: 'project',
        title: words.project,
        wide: true,
        value: (row) => row.project?.title ?? '',
        render: (row) =>
          row.project === null ? null : (
            <Link to={view.href('projects', row.project.id, {}, row.county)}>{row.project.title}</Link>
          ),
      },
      {
        key: 'bottomLine',
        title: words.bottomLine,
        facet: (row) => String(row.bottomLine),
        value: (row) => (row.bottomLine ? words.bottomLine : ''),
        extra: true,
      },
      {
        key: 'overdue',
        title: words.overdue,
        facet: (row) => String(row.overdue),
        value: (row) => (row.overdue ? words.overdue : ''),
        extra: true,
      },
      { key: 'opened', title: words.opened, kind: 'number', decimals: 0, value: (row) => row.openedYear, extra: true },
      { key: 'reopened', title: words.reopened, kind: 'number', value: (row) => row.reopened, extra: true },
    ];
    const county: ListColumn<LedgerLine> = {
      key: 'county',
      title: words.county,
      facet: (row) => row.county,
      value: (row) => row.countyName,
    };
    return withCounty ? [columns[0], county, ...columns.slice(1)].flatMap((column) => column ?? []) : columns;
  }, [words, common, text, view, language, withCounty]);
}
