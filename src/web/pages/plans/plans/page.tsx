import { useState } from 'react';
import { Link } from 'react-router';
import type { PlanHead } from '#contracts/plans';
import { useAnswer } from '#web/api';
import { numberText } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Await, Button, DataTable, Page, Section, type ShownColumn } from '#web/ui';
import { useWords } from './messages.ts';
import { PlanForm } from './plan-form.tsx';

type Making = { readonly follows: PlanHead | null } | null;

/** Plans of an area, and those above that they may carry out. */
export function PlansPage() {
  const words = useWords();
  const view = useView();
  const [making, setMaking] = useState<Making>(null);
  const asked = useAnswer('plans.plans', { params: { area: view.area }, query: {} });
  const shared: readonly ShownColumn<PlanHead>[] = [
    {
      key: 'name',
      title: words.name,
      wide: true,
      value: (row) => row.title,
      render: (row) => <Link to={view.href('plans', row.id, {}, row.area.code)}>{row.title}</Link>,
    },
    { key: 'kind', title: words.kind, value: (row) => words.kinds[row.kind] },
    { key: 'period', title: words.period, value: (row) => `${row.fromYear}—${row.toYear}` },
    { key: 'targets', title: words.targets, kind: 'number', value: (row) => row.targets },
    { key: 'blank', title: words.blank, kind: 'number', value: (row) => row.blankTargets },
    { key: 'tasks', title: words.tasks, kind: 'number', value: (row) => row.tasks },
  ];
  const own: readonly ShownColumn<PlanHead>[] = [
    ...shared,
    { key: 'state', title: words.state, value: (row) => words.states[row.state] },
    {
      key: 'follows',
      title: words.follows,
      value: (row) => row.follows && `${row.follows.area.name} ${row.follows.title}`,
    },
  ];
  const above: readonly ShownColumn<PlanHead>[] = [
    { key: 'area', title: words.area, value: (row) => row.area.name },
    ...shared,
    {
      key: 'follow',
      title: words.follow,
      sortable: false,
      value: () => null,
      render: (row) => (
        <Button look="quiet" onClick={() => setMaking({ follows: row })}>
          {words.follow}
        </Button>
      ),
    },
  ];
  return (
    <Await asked={asked}>
      {(answer) => (
        <Page
          title={words.title}
          actions={
            <Button look="strong" onClick={() => setMaking({ follows: null })}>
              {words.make}
            </Button>
          }
        >
          <Answer>
            {answer.rows.length === 0
              ? words.none
              : words.answer(
                  numberText(answer.rows.length),
                  numberText(answer.rows.reduce((sum, { blankTargets }) => sum + blankTargets, 0)),
                )}
          </Answer>
          {making === null ? null : (
            <PlanForm key={making.follows?.id ?? ''} follows={making.follows} onClose={() => setMaking(null)} />
          )}
          {answer.rows.length === 0 ? null : (
            <Section title={words.list}>
              <DataTable id="p" caption={words.list} rows={answer.rows} columns={own} rowKey={(row) => row.id} />
            </Section>
          )}
          {answer.above.length === 0 ? null : (
            <Section title={words.above}>
              <p className="jh-hint">{words.aboveHint}</p>
              <DataTable
                id="a"
                caption={words.above}
                rows={answer.above}
                columns={above}
                rowKey={(row) => row.id}
                bare
              />
            </Section>
          )}
        </Page>
      )}
    </Await>
  );
}
