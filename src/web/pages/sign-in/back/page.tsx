import { useEffect, useRef } from 'react';
import { useAct } from '#web/api';
import { ButtonLink, InlineProblem, Page, Skeleton } from '#web/ui';
import { useWords } from './messages.ts';

/** Where the identity provider sends the browser back to. */
export function BackPage() {
  const words = useWords();
  const { mutate, error } = useAct('signIn.finishAtProvider', { keepsAnswers: true });
  const isAsked = useRef(false);
  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    const parameters = window.location.search;
    // What the provider sent works once; it does not stay in the history.
    window.history.replaceState(null, '', window.location.pathname);
    const to = sessionStorage.getItem('junheng.to') ?? '/';
    mutate({ body: { parameters } }, { onSuccess: () => window.location.assign(to) });
  }, [mutate]);
  return (
    <Page title={words.title}>
      {error === null ? <Skeleton rows={2} alone={false} /> : <InlineProblem error={error} />}
      {error === null ? null : <ButtonLink to="/sign-in">{words.again}</ButtonLink>}
    </Page>
  );
}
