import { useState } from 'react';
import { Link } from 'react-router';
import type { RoadmapRowShown } from '#contracts/plans';
import { fileAddress, useAnswer } from '#web/api';
import { numberText } from '#web/locale';
import { standingStatus } from '#web/pages/plans/standing';
import { useView } from '#web/shell';
import { Answer, Await, Button, DataTable, Page, Section, type ShownColumn, StatusMark } from '#web/ui';
import { EntryForm } from './entry-form.tsx';
import { useWords } from './messages.ts';
import { countRows, failingText, setterOf } from './view-model.ts';

/** Which county is to be recognised by when, and who slips. */
export function RoadmapPage() {
  const words = useWords();
  const view = useView();
  const [changing, setChanging] = useState<string | null>(null);
  const query = view.standard === null ? {} : { standard: view.standard };
  const asked = useAnswer('plans.roadmap', { params: { area: view.area }, query });
  const columns: readonly ShownColumn<RoadmapRowShown>[] = [
    {
      key: 'county',
      title: words.county,
      value: (row) => row.county.name,
      render: (row) => <Link to={view.href('overview', '', {}, row.county.code)}>{row.county.name}</Link>,
    },
    {
      key: 'year',
      title: words.year,
      kind: 'number',
      value: (row) => (row.entry ? String(row.entry.targetYear) : words.unset),
    },
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
    { key: 'failing', title: words.failing, kind: 'number', value: (row) => row.failing.at(-1)?.value ?? null },
    { key: 'unknown', title: words.unknown, kind: 'number', value: (row) => row.unknown },
    { key: 'history', title: words.history, value: failingText },
    {
      key: 'expected',
      title: words.expected,
      kind: 'number',
      value: (row) => (row.expected === null ? null : Math.max(0, Math.round(row.expected * 10) / 10)),
    },
    { key: 'setBy', title: words.setBy, value: (row) => setterOf(row) },
    { key: 'responsible', title: words.responsible, value: (row) => row.entry?.responsible ?? null },
    { key: 'document', title: words.document, value: (row) => row.entry?.document ?? null },
    {
      key: 'actions',
      title: words.actions,
      sortable: false,
      value: () => null,
      render: (row) => (
        <>
          <Button
            look="quiet"
            aria-label={`${words.change}: ${row.county.name}`}
            onClick={() => setChanging(row.county.code)}
          >
            {words.change}
          </Button>{' '}
          <a href={fileAddress('plans.responsibilityLetter', { params: { area: row.county.code }, query })}>
            {words.letter}
          </a>
        </>
      ),
    },
  ];
  return (
    <Await asked={asked}>
      {(answer) => {
        const { total, set, slipping } = countRows(answer.rows);
        const row = answer.rows.find(({ county }) => county.code === changing);
        return (
          <Page title={words.title}>
            <Answer>
              {total === 0 ? words.none : words.answer(numberText(set), numberText(total), numberText(slipping))}
            </Answer>
            {row === undefined ? null : (
              <EntryForm
                key={row.county.code}
                row={row}
                standard={answer.standard.id}
                onClose={() => setChanging(null)}
              />
            )}
            {total === 0 ? null : (
              <Section title={words.list}>
                <DataTable
                  id="r"
                  caption={words.list}
                  rows={answer.rows}
                  columns={columns}
                  rowKey={(one) => one.county.code}
                />
              </Section>
            )}
          </Page>
        );
      }}
    </Await>
  );
}
