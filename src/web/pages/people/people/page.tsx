import { useSearchParams } from 'react-router';
import type { PersonRow } from '#contracts/people';
import { useAnswer } from '#web/api';
import { numberText, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Await, Button, DataTable, Page, Section } from '#web/ui';
import { useWords } from './messages.ts';
import { PersonPanel } from './person-panel.tsx';
import { RegisterForm } from './register-form.tsx';
import { useMay } from './use-may.ts';

const shown = 500;

/** Who may do what in an area, and what each holds. */
export function PeoplePage() {
  const words = useWords();
  const text = useText();
  const view = useView();
  const { data: here } = useAnswer('organization.area', { params: { area: view.area } });
  const name = here?.name ?? view.area;
  const may = useMay(view.area);
  const [parameters, setParameters] = useSearchParams();
  const asked = useAnswer('people.people', { query: { area: view.area, limit: shown } });
  const chosen = parameters.get('person');
  const choose = (row: PersonRow | null) =>
    setParameters((current) => {
      const next = new URLSearchParams(current);
      if (row === null) next.delete('person');
      else next.set('person', `${row.area}/${row.person}`);
      return next;
    });
  const [home = '', person = ''] = chosen?.split('/') ?? [];
  return (
    <Await asked={asked}>
      {({ rows, nextCursor }) => (
        <Page title={words.title} subject={name}>
          <Answer detail={words.hint}>
            {rows.length === 0
              ? words.none
              : words.answer(`${numberText(rows.length)}${nextCursor === null ? '' : '+'}`, name)}
          </Answer>
          {person === '' ? null : <PersonPanel home={home} person={person} onClose={() => choose(null)} />}
          {may('people.register') ? <RegisterForm area={view.area} /> : null}
          <Section title={words.list}>
            <DataTable
              id="p"
              caption={words.list}
              rows={rows}
              columns={[
                { key: 'name', title: words.name, value: (row) => row.name },
                { key: 'post', title: words.post, value: (row) => row.post },
                { key: 'place', title: words.place, value: (row) => row.unit?.name ?? row.areaName, wide: true },
                {
                  key: 'roles',
                  title: words.roles,
                  value: (row) => row.roles.map((role) => text(role.name)).join(' · '),
                },
                {
                  key: 'act',
                  title: words.actions,
                  sortable: false,
                  value: () => null,
                  render: (row) => (
                    <Button look="quiet" aria-label={words.manageOf(row.name)} onClick={() => choose(row)}>
                      {words.manage}
                    </Button>
                  ),
                },
              ]}
              rowKey={(row) => `${row.area} ${row.person}`}
              empty={<p>{words.none}</p>}
            />
          </Section>
        </Page>
      )}
    </Await>
  );
}
