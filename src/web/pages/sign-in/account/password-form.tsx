import { useState } from 'react';
import { useAct } from '#web/api';
import { instantText } from '#web/locale';
import { Button, Field, InlineProblem, Section } from '#web/ui';
import { useWords } from './messages.ts';

export function PasswordForm({ changedAt, login }: { readonly changedAt: string | null; readonly login: string }) {
  const words = useWords();
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState('');
  const [again, setAgain] = useState('');
  const act = useAct('signIn.changePassword');
  const differs = again !== '' && again !== fresh;
  function change() {
    act.mutate(
      { body: { old, fresh } },
      {
        onSuccess: () => {
          setOld('');
          setFresh('');
          setAgain('');
        },
      },
    );
  }
  return (
    <Section title={words.password} hint={changedAt === null ? null : words.passwordAt(instantText(changedAt))}>
      <form
        className="jh-form"
        onSubmit={(event) => {
          event.preventDefault();
          change();
        }}
      >
        <input type="hidden" name="username" autoComplete="username" value={login} />
        <Field label={words.old} value={old} onChange={setOld} kind="password" autoComplete="current-password" />
        <Field
          label={words.fresh}
          hint={words.rules}
          value={fresh}
          onChange={setFresh}
          kind="password"
          autoComplete="new-password"
        />
        <Field
          label={words.again}
          value={again}
          onChange={setAgain}
          kind="password"
          autoComplete="new-password"
          problem={differs ? words.differs : undefined}
        />
        <InlineProblem error={act.error} />
        {act.isSuccess ? <p role="status">{words.changed}</p> : null}
        <div className="jh-actions">
          <Button type="submit" busy={act.isPending} disabled={old === '' || fresh === '' || again !== fresh}>
            {words.change}
          </Button>
        </div>
      </form>
    </Section>
  );
}
