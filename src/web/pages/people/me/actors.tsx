import { useNavigate } from 'react-router';
import type { Me } from '#contracts/people';
import { useAct, useAnswer } from '#web/api';
import { useText } from '#web/locale';
import { Await, Button, DataTable, InlineProblem, Section } from '#web/ui';
import { useWords } from './messages.ts';

/** The invented persons of a trial; who acts as one goes on at that person's first page. */
export function Actors({ me }: { readonly me: Me }) {
  const words = useWords();
  const text = useText();
  const navigate = useNavigate();
  const asked = useAnswer('people.actors', {});
  const act = useAct('people.act');
  return (
    <Section title={words.actorsTitle} hint={words.actorsHint}>
      <InlineProblem error={act.error} />
      <Await asked={asked}>
        {({ rows }) => (
          <DataTable
            id="a"
            caption={words.actorsTitle}
            pageSize={30}
            rows={rows.filter(({ person }) => person !== me.id)}
            columns={[
              { key: 'name', title: words.name, value: (row) => row.name },
              { key: 'role', title: words.role, value: (row) => row.roles.map(({ name }) => text(name)).join(' · ') },
              { key: 'place', title: words.place, value: (row) => row.unit?.name ?? row.areaName, wide: true },
              {
                key: 'act',
                title: words.actions,
                sortable: false,
                value: () => null,
                render: (row) => (
                  <Button
                    look="quiet"
                    aria-label={words.actAs(row.name)}
                    busy={act.isPending && act.variables.body?.person === row.person}
                    onClick={() =>
                      act.mutate(
                        { body: { area: row.area, person: row.person } },
                        { onSuccess: () => void navigate('/') },
                      )
                    }
                  >
                    {words.act}
                  </Button>
                ),
              },
            ]}
            rowKey={(row) => `${row.area} ${row.person}`}
          />
        )}
      </Await>
    </Section>
  );
}
