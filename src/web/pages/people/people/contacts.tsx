import Input from 'antd/es/input/Input';
import { useEffect, useState } from 'react';
import type { ContactField, RevealPurpose } from '#contracts/sign-in';
import { useAct, useAnswer } from '#web/api';
import { Await, Button, Choice, InlineProblem } from '#web/ui';
import { useWords } from './messages.ts';

const fields: readonly ContactField[] = ['phone', 'email'];
const purposes: readonly RevealPurpose[] = ['notice', 'recovery', 'check', 'law'];

interface Props {
  readonly home: string;
  readonly person: string;
  /** Whether the reader may see a contact in full. */
  readonly mayReveal: boolean;
}

/** How somebody is reached: masked, and in full for a short time once a purpose and a reason are given. */
export function Contacts({ home, person, mayReveal }: Props) {
  const words = useWords();
  const params = { home, person };
  const asked = useAnswer('signIn.contacts', { params });
  const [asking, setAsking] = useState<ContactField | null>(null);
  return (
    <Await asked={asked}>
      {(contacts) => (
        <>
          <h3>{words.contacts}</h3>
          <dl className="jh-facts">
            {fields.map((field) => (
              <div key={field}>
                <dt>{words.contactFields[field]}</dt>
                <dd>
                  <span className="jh-number">{contacts[field] ?? words.noContact}</span>{' '}
                  {contacts[field] !== null && mayReveal && asking !== field ? (
                    <Button look="quiet" onClick={() => setAsking(field)}>
                      {words.reveal(words.contactFields[field])}
                    </Button>
                  ) : null}
                </dd>
              </div>
            ))}
          </dl>
          {asking === null ? null : (
            <Reveal key={asking} params={params} field={asking} onClose={() => setAsking(null)} />
          )}
        </>
      )}
    </Await>
  );
}

function Reveal({
  params,
  field,
  onClose,
}: {
  readonly params: { readonly home: string; readonly person: string };
  readonly field: ContactField;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const act = useAct('signIn.revealContact');
  const [purpose, setPurpose] = useState<RevealPurpose>('notice');
  const [reason, setReason] = useState('');
  const shown = act.data;
  const seconds = useSecondsLeft(shown?.seconds, onClose);
  if (shown !== undefined) {
    return (
      <p role="status">
        <strong className="jh-number">{shown.value}</strong> <span className="jh-hint">{words.hidesIn(seconds)}</span>{' '}
        <Button look="quiet" onClick={onClose}>
          {words.hide}
        </Button>
      </p>
    );
  }
  return (
    <form
      className="jh-form"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate({ params, body: { field, purpose, reason } });
      }}
    >
      <p className="jh-hint">{words.revealHint}</p>
      <Choice
        label={words.purpose}
        showLabel
        value={purpose}
        options={purposes.map((one) => ({ value: one, label: words.purposes[one] }))}
        onChange={setPurpose}
      />
      <label>
        {words.reason}
        <Input value={reason} minLength={4} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      </label>
      <InlineProblem error={act.error} />
      <p>
        <Button look="strong" type="submit" busy={act.isPending} disabled={reason.trim().length < 4}>
          {words.reveal(words.contactFields[field])}
        </Button>{' '}
        <Button look="quiet" onClick={onClose}>
          {words.cancel}
        </Button>
      </p>
    </form>
  );
}

/** Counts down once there is something to count, and says when it is over. */
function useSecondsLeft(seconds: number | undefined, onOver: () => void): number {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    if (seconds === undefined) return undefined;
    if (passed >= seconds) {
      onOver();
      return undefined;
    }
    const timer = setTimeout(() => setPassed(passed + 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds, passed, onOver]);
  return (seconds ?? 0) - passed;
}
