import { useState } from 'react';
import { useAct } from '#web/api';
import { numberText } from '#web/locale';
import { Button, Field, InlineProblem, Section } from '#web/ui';
import { ConfirmSecondFactor } from './confirm-second-factor.tsx';
import { useWords } from './messages.ts';

export function SecondFactor({ isOn, codesLeft }: { readonly isOn: boolean; readonly codesLeft: number }) {
  const words = useWords();
  const [password, setPassword] = useState('');
  const begin = useAct('signIn.beginSecondFactor', { keepsAnswers: true });
  const end = useAct('signIn.endSecondFactor');
  const act = isOn ? end : begin;
  const isBegun = begin.data !== undefined;
  return (
    <Section title={words.second} hint={isOn ? words.secondOn(numberText(codesLeft)) : words.secondOff}>
      {isBegun ? (
        <ConfirmSecondFactor secret={begin.data.secret} address={begin.data.address} />
      ) : (
        <form
          className="jh-form"
          onSubmit={(event) => {
            event.preventDefault();
            act.mutate({ body: { password } }, { onSuccess: () => setPassword('') });
          }}
        >
          <Field
            label={words.confirmBy}
            value={password}
            onChange={setPassword}
            kind="password"
            autoComplete="current-password"
          />
          <InlineProblem error={act.error} />
          <div className="jh-actions">
            <Button type="submit" busy={act.isPending} disabled={password === ''}>
              {isOn ? words.end : words.begin}
            </Button>
          </div>
        </form>
      )}
    </Section>
  );
}
