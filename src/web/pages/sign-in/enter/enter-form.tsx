import { useState } from 'react';
import { useAct } from '#web/api';
import { Button, Field, InlineProblem, isRefusedAs } from '#web/ui';
import { useWords } from './messages.ts';

export function EnterForm({ to }: { readonly to: string }) {
  const words = useWords();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const act = useAct('signIn.signIn', { keepsAnswers: true });
  const [needsCode, setNeedsCode] = useState(false);
  function enter() {
    act.mutate(
      { body: { login, password, ...(code === '' ? {} : { code }) } },
      {
        // The whole page anew: nothing that another person saw may stay.
        onSuccess: () => window.location.assign(to),
        onError: (error) => setNeedsCode((already) => already || isRefusedAs(error, 'signIn.codeNeeded')),
      },
    );
  }
  const isAskedFirst = needsCode && code === '' && isRefusedAs(act.error, 'signIn.codeNeeded');
  return (
    <form
      className="jh-form"
      onSubmit={(event) => {
        event.preventDefault();
        enter();
      }}
    >
      <Field label={words.login} value={login} onChange={setLogin} autoComplete="username" required />
      <Field
        label={words.password}
        value={password}
        onChange={setPassword}
        kind="password"
        autoComplete="current-password"
        required
      />
      {needsCode ? (
        <Field label={words.code} hint={words.codeHint} value={code} onChange={setCode} autoComplete="one-time-code" />
      ) : null}
      {isAskedFirst ? null : <InlineProblem error={act.error} />}
      <div className="jh-actions">
        <Button look="strong" type="submit" busy={act.isPending} disabled={login === '' || password === ''}>
          {words.enter}
        </Button>
      </div>
    </form>
  );
}
