import { Link, useNavigate } from 'react-router';
import type { ApplicationHead } from '#contracts/recognition';
import { useAct, useAnswer } from '#web/api';
import { instantText, numberText, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Await, Button, DataTable, InlineProblem, Page, Section, type ShownColumn } from '#web/ui';
import { useWords } from './messages.ts';

/** Applications for recognition at or below an area; a county begins one here. */
export function ApplicationsPage() {
  const words = useWords();
  const text = useText();
  const view = useView();
  const navigate = useNavigate();
  const asked = useAnswer('recognition.applications', { params: { area: view.area } });
  const apply = useAct('recognition.apply');
  const columns: readonly ShownColumn<ApplicationHead>[] = [
    {
      key: 'area',
      title: words.area,
      value: (row) => row.area.name,
      render: (row) => <Link to={view.href('recognition', row.name, {}, row.area.code)}>{row.area.name}</Link>,
    },
    { key: 'state', title: words.state, value: (row) => text(row.state.title) },
    { key: 'due', title: words.dueOn, value: (row) => row.dueOn },
    { key: 'opened', title: words.openedAt, value: (row) => instantText(row.openedAt) },
    { key: 'acted', title: words.actedAt, value: (row) => instantText(row.actedAt) },
  ];
  return (
    <Await asked={asked}>
      {({ area, rows }) => (
        <Page
          title={words.title}
          actions={
            area.level === 'county' ? (
              <Button
                look="strong"
                busy={apply.isPending}
                onClick={() =>
                  apply.mutate(
                    {
                      params: { area: area.code },
                      body: {
                        ...(view.standard === null ? {} : { standard: view.standard }),
                        ...(view.year === null ? {} : { year: view.year }),
                      },
                    },
                    { onSuccess: ({ name }) => void navigate(view.href('recognition', name)) },
                  )
                }
              >
                {words.begin}
              </Button>
            ) : null
          }
        >
          <Answer>{rows.length === 0 ? words.none : words.answer(numberText(rows.length))}</Answer>
          <InlineProblem error={apply.error} />
          {rows.length === 0 ? null : (
            <Section title={words.list}>
              <DataTable id="r" caption={words.list} rows={rows} columns={columns} rowKey={(row) => row.name} />
            </Section>
          )}
        </Page>
      )}
    </Await>
  );
}
