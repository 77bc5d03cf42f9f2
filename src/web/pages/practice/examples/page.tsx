import { useState } from 'react';
import { Link } from 'react-router';
import type { ExampleRow } from '#contracts/practice';
import { useAnswer } from '#web/api';
import { numberText, useText } from '#web/locale';
import { usePracticeWords } from '#web/pages/practice/practice-words';
import { useView } from '#web/shell';
import { Answer, Await, Button, ButtonLink, DataTable, Notice, Page, type ShownColumn } from '#web/ui';
import { ExampleForm } from './example-form.tsx';
import { useWords } from './messages.ts';

/** Examples of an area with everything below it, in whatever state. */
export function ExamplesPage() {
  const words = useWords();
  const shared = usePracticeWords();
  const text = useText();
  const view = useView();
  const [proposing, setProposing] = useState(false);
  const unit = view.read('unit');
  const asked = useAnswer('practice.examples', { params: { area: view.area }, query: unit === '' ? {} : { unit } });
  const columns: readonly ShownColumn<ExampleRow>[] = [
    {
      key: 'name',
      title: shared.name,
      wide: true,
      value: (row) => row.title,
      render: (row) => <Link to={view.href('examples', row.id, {}, row.area.code)}>{row.title}</Link>,
    },
    { key: 'place', title: shared.place, value: (row) => row.unit?.name ?? row.area.name },
    { key: 'clause', title: shared.clause, value: (row) => `${row.clause.id} ${text(row.clause.title)}`, wide: true },
    { key: 'state', title: shared.state, value: (row) => text(row.state.name) },
    { key: 'published', title: shared.publishedOn, value: (row) => row.publishedOn },
  ];
  return (
    <Await asked={asked}>
      {({ rows }) => (
        <Page
          title={words.title}
          actions={
            <>
              <ButtonLink to="/examples">{words.readPublished}</ButtonLink>
              <Button look="strong" onClick={() => setProposing(true)}>
                {words.propose}
              </Button>
            </>
          }
        >
          {proposing ? <ExampleForm onClose={() => setProposing(false)} /> : null}
          {rows.length === 0 ? (
            <Notice kind="empty" title={words.empty}>
              <p>{words.emptyHint}</p>
            </Notice>
          ) : (
            <>
              <Answer>
                {words.answer(
                  numberText(rows.filter(({ publishedOn }) => publishedOn !== null).length),
                  numberText(rows.filter(({ state }) => state.id === 'review').length),
                )}
              </Answer>
              <DataTable id="e" caption={words.title} rows={rows} columns={columns} rowKey={(row) => row.case} />
            </>
          )}
        </Page>
      )}
    </Await>
  );
}
