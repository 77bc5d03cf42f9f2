import { useNavigate } from 'react-router';
import type { Me } from '#contracts/people';
import { useAct, useAnswer } from '#web/api';
import { numberText, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Await, Button, ButtonLink, DataTable, InlineProblem, Page, Section } from '#web/ui';
import { Actors } from './actors.tsx';
import { Delegations } from './delegations.tsx';
import { Emergencies } from './emergencies.tsx';
import { useWords } from './messages.ts';

function Roles({ me }: { readonly me: Me }) {
  const words = useWords();
  const text = useText();
  return (
    <Section title={words.rolesTitle}>
      <DataTable
        id="r"
        caption={words.rolesTitle}
        bare
        rows={me.roles}
        columns={[
          { key: 'role', title: words.role, value: (row) => text(row.name) },
          { key: 'where', title: words.where, value: (row) => row.areaName },
          { key: 'source', title: words.source, value: (row) => words.sources[row.source] },
        ]}
        rowKey={(row) => `${row.id} ${row.area} ${row.source}`}
        empty={<p>{words.noRoles}</p>}
      />
    </Section>
  );
}

/** Who I am to the system, what I hold, and in a trial as whom I act. */
export function MePage() {
  const words = useWords();
  const view = useView();
  const navigate = useNavigate();
  const asked = useAnswer('people.me', {});
  const stop = useAct('people.stopActing');
  return (
    <Await asked={asked}>
      {(me) => {
        const isActing = me.isTrial && me.kind === 'person';
        const said = isActing ? words.acting(me.name) : words.person(me.name, numberText(me.roles.length));
        return (
          <Page
            title={words.title}
            actions={
              <>
                {isActing ? (
                  <Button
                    look="strong"
                    busy={stop.isPending}
                    onClick={() => stop.mutate({}, { onSuccess: () => void navigate('/') })}
                  >
                    {words.stop}
                  </Button>
                ) : null}
                {me.kind === 'person' && !me.isTrial ? <ButtonLink to="/account">{words.account}</ButtonLink> : null}
                <ButtonLink to={view.href('people', '', {}, me.home?.area ?? '000000')}>{words.people}</ButtonLink>
              </>
            }
          >
            <Answer>{me.kind === 'trial' ? words.trial : said}</Answer>
            <InlineProblem error={stop.error} />
            {me.isTrial ? <Actors me={me} /> : null}
            <Roles me={me} />
            {me.kind === 'person' ? <Delegations me={me} /> : null}
            {me.kind === 'person' ? <Emergencies me={me} /> : null}
          </Page>
        );
      }}
    </Await>
  );
}
