import { useParams } from 'react-router';
import type { StandardDiff } from '#contracts/conditions';
import { useAnswer } from '#web/api';
import { numberText, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Await, ButtonLink, DataTable, Page, Section, type ShownColumn } from '#web/ui';
import { useWords } from './messages.ts';

type Difference = StandardDiff['changes'][number];

export function StandardDiffPage() {
  const { standard = '', against = '' } = useParams();
  const words = useWords();
  const text = useText();
  const view = useView();
  const version = view.read('version');
  const againstVersion = view.read('against');
  const asked = useAnswer('conditions.diff', {
    params: { standard },
    query: { against, ...(version ? { version } : {}), ...(againstVersion ? { againstVersion } : {}) },
  });
  const columns: readonly ShownColumn<Difference>[] = [
    { key: 'what', title: words.what, value: (row) => `${text(row.name)} (${row.of})` },
    { key: 'kind', title: words.kind, value: (row) => words.kinds[row.kind] },
    { key: 'field', title: words.field, value: (row) => row.field },
    {
      key: 'before',
      title: words.before,
      wide: true,
      value: (row) => row.before ?? '',
      render: (row) => <code>{row.before}</code>,
    },
    {
      key: 'after',
      title: words.after,
      wide: true,
      value: (row) => row.after ?? '',
      render: (row) => <code>{row.after}</code>,
    },
  ];
  return (
    <Await asked={asked} rows={10}>
      {(diff) => (
        <Page
          title={words.title}
          subject={words.subject(`${diff.from.id} ${diff.from.version}`, `${diff.to.id} ${diff.to.version}`)}
          actions={
            <ButtonLink to={view.hrefTo(`/standards/${encodeURIComponent(standard)}`, { area: view.area })}>
              {words.back}
            </ButtonLink>
          }
        >
          <Answer>{diff.changes.length === 0 ? words.same : words.answer(numberText(diff.changes.length))}</Answer>
          {diff.changes.length > 0 ? (
            <Section title={words.list}>
              <DataTable
                id="d"
                caption={words.list}
                rows={diff.changes}
                columns={columns}
                rowKey={(row) => `${row.kind}:${row.of}:${row.field}`}
              />
            </Section>
          ) : null}
        </Page>
      )}
    </Await>
  );
}
