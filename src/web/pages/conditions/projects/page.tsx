import { useMemo } from 'react';
import { Link } from 'react-router';
import type { ProjectRow } from '#contracts/ledger';
import { useAnswer } from '#web/api';
import { type ListColumn, LongList } from '#web/lists';
import { moneyText, numberText, useLanguage } from '#web/locale';
import { useLedgerWords } from '#web/pages/conditions/ledger-words';
import { useView } from '#web/shell';
import { Answer, Await, ButtonLink, Page, Section } from '#web/ui';
import { useWords } from './messages.ts';

function useColumns(): readonly ListColumn<ProjectRow>[] {
  const words = useWords();
  const shared = useLedgerWords();
  const view = useView();
  const { language } = useLanguage();
  return useMemo(() => {
    const money = (fen: number | null) => (fen === null ? words.notYet : moneyText(fen, language));
    return [
      {
        key: 'title',
        title: words.name,
        wide: true,
        value: (row) => row.title,
        render: (row) => <Link to={view.href('projects', row.id, {}, row.county)}>{row.title}</Link>,
      },
      {
        key: 'state',
        title: shared.state,
        facet: (row) => row.state,
        value: (row) => shared.projectStates[row.state],
      },
      {
        key: 'lines',
        title: words.lines,
        kind: 'number',
        value: (row) => row.linesClosed,
        render: (row) => `${numberText(row.linesClosed)} / ${numberText(row.lines)}`,
      },
      {
        key: 'funds',
        title: words.funds,
        kind: 'number',
        value: (row) => row.fundsFen / 100,
        render: (row) => money(row.fundsFen),
      },
      {
        key: 'paid',
        title: words.paid,
        kind: 'number',
        value: (row) => row.paidFen / 100,
        render: (row) => money(row.paidFen),
      },
      {
        key: 'perLine',
        title: words.perLine,
        kind: 'number',
        value: (row) => (row.fenPerClosed === null ? null : row.fenPerClosed / 100),
        render: (row) => money(row.fenPerClosed),
      },
      { key: 'finish', title: words.finish, width: 11, value: (row) => row.finishOn },
      { key: 'late', title: words.late, kind: 'number', value: (row) => row.late },
      { key: 'county', title: shared.county, facet: (row) => row.county, value: (row) => row.countyName },
    ];
  }, [words, shared, view, language]);
}

/** Money and lines put together: what it is for, how far it is, and what the figures say it has closed. */
export function ProjectsPage() {
  const words = useWords();
  const view = useView();
  const { language } = useLanguage();
  const columns = useColumns();
  const asked = useAnswer('ledger.projects', { params: { area: view.area }, query: {} });
  return (
    <Await asked={asked} rows={10}>
      {({ area, totals, rows }) => (
        <Page
          title={words.title}
          subject={area.name}
          actions={<ButtonLink to={view.href('ledger')}>{words.toLedger}</ButtonLink>}
        >
          <Answer
            detail={
              rows.length === 0
                ? null
                : [
                    words.money(moneyText(totals.fundsFen, language), moneyText(totals.paidFen, language)),
                    totals.fenPerClosed === null ? '' : words.perClosed(moneyText(totals.fenPerClosed, language)),
                  ]
                    .filter(Boolean)
                    .join(language === 'en' ? '; ' : '；')
            }
          >
            {rows.length === 0
              ? words.none
              : words.answer(numberText(totals.projects), numberText(totals.linesClosed), numberText(totals.lines))}
          </Answer>
          {rows.length === 0 ? null : (
            <Section title={words.list}>
              <LongList
                id="p"
                list="conditions.projects"
                caption={words.list}
                rows={rows}
                columns={columns}
                rowKey={(row) => `${row.county} ${row.id}`}
              />
            </Section>
          )}
        </Page>
      )}
    </Await>
  );
}
