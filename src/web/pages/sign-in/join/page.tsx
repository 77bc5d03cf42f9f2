import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#web/api';
import { Await, Notice, Page } from '#web/ui';
import { Invitations } from './invitations.tsx';
import { JoinForm } from './join-form.tsx';
import { useWords } from './messages.ts';

/** Uses a one-time link; its token stands behind `#`, which browsers send to nobody. */
export function JoinPage() {
  const words = useWords();
  const [token] = useState(() => window.location.hash.slice(1));
  const [invitations, setInvitations] = useState<readonly { readonly role: string; readonly token: string }[]>([]);
  const asked = useQuery({
    queryKey: ['signIn.link'],
    queryFn: () => call('signIn.link', { body: { token } }),
    enabled: token.length >= 20,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (token.length < 20) {
    return (
      <Notice alone kind="refused" title={words.missing}>
        <p>{words.missingHint}</p>
      </Notice>
    );
  }
  return (
    <Await asked={asked}>
      {({ kind, role, login }) => (
        <Page title={words.titles[kind]}>
          {invitations.length > 0 ? (
            <Invitations invitations={invitations} />
          ) : (
            <>
              <p>
                {words.intro[kind]}
                {kind === 'invite' ? (words.roles[role ?? ''] ?? role) : null}
              </p>
              <JoinForm token={token} login={login} asksName={kind !== 'reset'} onDone={setInvitations} />
            </>
          )}
        </Page>
      )}
    </Await>
  );
}
