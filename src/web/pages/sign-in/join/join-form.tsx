import { useState } from 'react';
import { useAct } from '#web/api';
import { Button, Field, InlineProblem } from '#web/ui';
import { useWords } from './messages.ts';

interface Props {
  readonly token: string;
  /** The name the account already has. */
  readonly login: string | null;
  readonly asksName: boolean;
  readonly onDone: (invitations: readonly { readonly role: string; readonly token: string }[]) => void;
}

export function JoinForm({ token, login: known, asksName, onDone }: Props) {
  const words = useWords();
  const [name, setName] = useState('');
  const [login, setLogin] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const act = useAct('signIn.accept', { keepsAnswers: true });
  const differs = again !== '' && again !== password;
  const isWhole = password !== '' && again === password && login !== '' && (!asksName || name !== '');
  function accept() {
    const body = { token, password, ...(known === null ? { login } : {}), ...(asksName ? { name } : {}) };
    act.mutate(
      { body },
      {
        onSuccess: ({ invitations }) => {
          window.history.replaceState(null, '', '/join');
          if (invitations.length > 0) onDone(invitations);
          else window.location.assign('/');
        },
      },
    );
  }
  return (
    <form
      className="jh-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) accept();
      }}
    >
      {asksName ? <Field label={words.name} value={name} onChange={setName} autoComplete="name" required /> : null}
      <Field
        label={words.login}
        hint={known === null ? words.loginHint : undefined}
        value={login}
        onChange={setLogin}
        autoComplete="username"
        required
        readOnly={known !== null}
      />
      <Field
        label={words.password}
        hint={words.passwordHint}
        value={password}
        onChange={setPassword}
        kind="password"
        autoComplete="new-password"
        required
      />
      <Field
        label={words.again}
        value={again}
        onChange={setAgain}
        kind="password"
        autoComplete="new-password"
        required
        problem={differs ? words.differs : undefined}
      />
      <InlineProblem error={act.error} />
      <div className="jh-actions">
        <Button look="strong" type="submit" busy={act.isPending} disabled={!isWhole}>
          {words.accept}
        </Button>
      </div>
    </form>
  );
}
