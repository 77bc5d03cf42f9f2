import { useState } from 'react';
import type { PersonGrant } from '#contracts/people';
import { useAct, useAnswer } from '#web/api';
import { instantText, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Await, Button, DataTable, InlineProblem, ReasonDialog, Section } from '#web/ui';
import { Contacts } from './contacts.tsx';
import { GrantForm } from './grant-form.tsx';
import { useWords } from './messages.ts';
import { useMay } from './use-may.ts';

interface Props {
  readonly home: string;
  readonly person: string;
  readonly onClose: () => void;
}

interface Asking {
  readonly act: 'revoke' | 'review';
  readonly grant: PersonGrant;
}

/** One person: what they hold, and for administrators what may be given or taken. */
export function PersonPanel({ home, person, onClose }: Props) {
  const words = useWords();
  const text = useText();
  const view = useView();
  const may = useMay(view.area);
  const asked = useAnswer('people.person', { params: { home, person } });
  const revoke = useAct('people.revoke');
  const review = useAct('people.review');
  const [asking, setAsking] = useState<Asking | null>(null);
  const spanOf = ({ from, to, until }: PersonGrant) =>
    until === null ? `${from ?? words.open} – ${to ?? words.open}` : instantText(until);
  const act = ({ act: kind, grant }: Asking, reason: string) => {
    const params = { home, person, grant: grant.id };
    if (kind === 'revoke') revoke.mutate({ params, body: { reason } });
    else review.mutate({ params, body: { review: reason } });
    setAsking(null);
  };
  return (
    <Await asked={asked}>
      {(detail) => (
        <Section
          title={words.grants(detail.name)}
          actions={
            <Button look="quiet" onClick={onClose}>
              {words.back}
            </Button>
          }
        >
          <InlineProblem error={revoke.error ?? review.error} />
          <DataTable
            id="g"
            caption={words.grants(detail.name)}
            bare
            rows={detail.grants}
            columns={[
              { key: 'role', title: words.role, value: (row) => text(row.role.name) },
              { key: 'place', title: words.place, value: (row) => row.unit?.name ?? row.area.name },
              { key: 'span', title: words.span, value: spanOf },
              { key: 'source', title: words.sources.granted, value: (row) => words.sources[row.source] },
              {
                key: 'state',
                title: words.state,
                value: (row) => (row.review === null ? words.states[row.state] : words.reviewed(row.review)),
              },
              {
                key: 'act',
                title: words.actions,
                sortable: false,
                value: () => null,
                render: (row) => (may('people.grant') ? <GrantActs grant={row} onAsk={setAsking} /> : null),
              },
            ]}
            rowKey={(row) => row.id}
            empty={<p>{words.noGrants}</p>}
          />
          <Contacts key={`${home} ${person}`} home={home} person={person} mayReveal={may('signIn.revealContacts')} />
          {may('people.grant') && !detail.closed ? <GrantForm key={person} person={detail} /> : null}
          {asking === null ? null : (
            <ReasonDialog
              title={words[asking.act]}
              label={asking.act === 'review' ? words.reviewText : words.reason}
              confirm={words[asking.act]}
              onClose={() => setAsking(null)}
              onConfirm={(reason) => act(asking, reason)}
            />
          )}
        </Section>
      )}
    </Await>
  );
}

function GrantActs({ grant, onAsk }: { readonly grant: PersonGrant; readonly onAsk: (asking: Asking) => void }) {
  const words = useWords();
  const text = useText();
  const isOpen = grant.state === 'inForce' || grant.state === 'later';
  return (
    <>
      {isOpen ? (
        <Button
          look="quiet"
          aria-label={words.revokeOf(text(grant.role.name))}
          onClick={() => onAsk({ act: 'revoke', grant })}
        >
          {words.revoke}
        </Button>
      ) : null}
      {grant.source === 'emergency' && grant.review === null ? (
        <Button look="quiet" onClick={() => onAsk({ act: 'review', grant })}>
          {words.review}
        </Button>
      ) : null}
    </>
  );
}
