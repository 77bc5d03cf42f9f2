import { Link, useParams, useSearchParams } from 'react-router';
import type { PublishedRow } from '#contracts/practice';
import { useAnswer } from '#web/api';
import { numberText, useText } from '#web/locale';
import { Story } from '#web/pages/practice/example';
import { usePracticeWords } from '#web/pages/practice/practice-words';
import { Answer, Await, ButtonLink, DataTable, Page, Picker, type ShownColumn } from '#web/ui';
import { useWords } from './messages.ts';

/** What is published, for anybody; the address may name a clause. */
export function PublishedPage() {
  const words = useWords();
  const shared = usePracticeWords();
  const text = useText();
  const [search, setSearch] = useSearchParams();
  const clause = search.get('clause') ?? '';
  const asked = useAnswer('practice.published', { query: {} });
  const columns: readonly ShownColumn<PublishedRow>[] = [
    {
      key: 'name',
      title: shared.name,
      wide: true,
      value: (row) => row.title,
      render: (row) => <Link to={`/examples/${row.area.code}/${row.id}`}>{row.title}</Link>,
    },
    { key: 'place', title: shared.place, value: (row) => row.unit?.name ?? row.area.name },
    { key: 'clause', title: shared.clause, value: (row) => `${row.clause.id} ${text(row.clause.title)}` },
    { key: 'problem', title: shared.problem, wide: true, value: (row) => row.problem },
    { key: 'on', title: shared.publishedOn, value: (row) => row.publishedOn },
  ];
  return (
    <Await asked={asked}>
      {({ rows }) => {
        const clauses = new Map(rows.map((row) => [row.clause.id, row.clause.title]));
        return (
          <Page title={words.title}>
            <Answer>{rows.length === 0 ? words.none : words.answer(numberText(rows.length))}</Answer>
            {rows.length === 0 ? null : (
              <DataTable
                id="e"
                caption={words.title}
                rows={rows.filter((row) => clause === '' || row.clause.id === clause)}
                columns={columns}
                rowKey={(row) => `${row.area.code} ${row.id}`}
                filters={
                  <Picker
                    label={shared.clause}
                    showLabel
                    value={clause}
                    options={[
                      { value: '', label: words.allClauses },
                      ...[...clauses].map(([id, title]) => ({ value: id, label: `${id} ${text(title)}` })),
                    ]}
                    onChange={(to) => setSearch(to === '' ? {} : { clause: to }, { replace: true })}
                  />
                }
              />
            )}
          </Page>
        );
      }}
    </Await>
  );
}

/** One published example. */
export function PublishedExamplePage() {
  const words = useWords();
  const { area = '', example = '' } = useParams();
  const asked = useAnswer('practice.publishedExample', { params: { area, example } });
  return (
    <Await asked={asked}>
      {(detail) => (
        <Page
          title={detail.title}
          subject={`${detail.unit?.name ?? detail.area.name} · ${words.on(detail.publishedOn)}`}
          actions={<ButtonLink to="/examples">{words.back}</ButtonLink>}
        >
          <Story told={detail} />
        </Page>
      )}
    </Await>
  );
}
