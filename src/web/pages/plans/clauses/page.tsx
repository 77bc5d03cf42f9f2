import { Link } from 'react-router';
import type { Clause } from '#contracts/plans';
import { useAnswer } from '#web/api';
import { numberText, useText } from '#web/locale';
import { useScreenName, useView } from '#web/shell';
import { Answer, Await, Choice, DataTable, Page, Picker, Section, type ShownColumn } from '#web/ui';
import { useWords } from './messages.ts';
import { capabilitiesOf, isServed, keepClauses } from './view-model.ts';

/** Where a clause is served: standards and screens, as links. */
function Serves({ clause }: { readonly clause: Clause }) {
  const view = useView();
  const nameOf = useScreenName();
  const { standards, screens } = clause.links;
  return (
    <ul className="jh-plain-list">
      {standards.map((one) => (
        <li key={one}>
          <Link to={view.hrefTo(`/standards/${encodeURIComponent(one.split('/')[0] ?? one)}`, { area: view.area })}>
            {one}
          </Link>
        </li>
      ))}
      {screens.map((one) => {
        const screen = nameOf(one);
        return screen === null ? null : (
          <li key={one}>{view.area === '' ? screen.name : <Link to={view.href(screen.screen)}>{screen.name}</Link>}</li>
        );
      })}
    </ul>
  );
}

/** What the policy asks for, row by row, and where in the product each row is served. */
export function ClausesPage() {
  const words = useWords();
  const text = useText();
  const view = useView();
  const asked = useAnswer('plans.catalogue', {});
  const published = useAnswer('practice.published', { query: {} });
  const examplesOf = (clause: string) => (published.data?.rows ?? []).filter((row) => row.clause.id === clause);
  const columns: readonly ShownColumn<Clause>[] = [
    { key: 'id', title: words.id, value: (row) => row.id },
    {
      key: 'clause',
      title: words.clause,
      wide: true,
      value: (row) => text(row.title),
      render: (row) => (
        <>
          {text(row.title)}
          {examplesOf(row.id).map(({ area, id, title }) => (
            <div key={id}>
              {words.example} <Link to={`/examples/${area.code}/${id}`}>{title}</Link>
            </div>
          ))}
        </>
      ),
    },
    { key: 'does', title: words.does, value: (row) => text(row.does), wide: true },
    { key: 'users', title: words.users, value: (row) => row.users.map((one) => words.people[one]).join(' · ') },
    { key: 'numbers', title: words.numbers, value: (row) => (row.numbers === null ? null : text(row.numbers)) },
    {
      key: 'capability',
      title: words.capability,
      value: (row) => row.capabilities.map((one) => words.capabilities[one] ?? one).join(' · '),
    },
    {
      key: 'serves',
      title: words.serves,
      sortable: false,
      value: (row) => [...row.links.standards, ...row.links.screens].join(' '),
      render: (row) => <Serves clause={row} />,
    },
  ];
  return (
    <Await asked={asked}>
      {({ clauses }) => (
        <Page title={words.title}>
          <Answer>{words.answer(numberText(clauses.length), numberText(clauses.filter(isServed).length))}</Answer>
          <Section title={words.list}>
            <DataTable
              id="c"
              caption={words.list}
              rows={keepClauses(clauses, { of: view.read('of'), capability: view.read('capability') })}
              columns={columns}
              rowKey={(row) => row.id}
              filters={
                <>
                  <Choice
                    label={words.of}
                    value={view.read('of')}
                    options={[
                      { value: '', label: words.all },
                      ...(['A', 'B', 'C'] as const).map((one) => ({ value: one, label: words.texts[one] })),
                    ]}
                    onChange={(of) => view.change({ of })}
                  />
                  <Picker
                    label={words.capability}
                    showLabel
                    value={view.read('capability')}
                    options={[
                      { value: '', label: words.all },
                      ...capabilitiesOf(clauses).map((one) => ({ value: one, label: words.capabilities[one] ?? one })),
                    ]}
                    onChange={(capability) => view.change({ capability })}
                  />
                </>
              }
            />
          </Section>
        </Page>
      )}
    </Await>
  );
}
