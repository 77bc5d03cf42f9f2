import { useState } from 'react';
import { useAct } from '#web/api';
import { Button, Field, InlineProblem, Section } from '#web/ui';
import { useWords } from './messages.ts';

/** Phone and e-mail as they may be shown; a field left alone keeps what it has. */
export function Contacts({ phone, email }: { readonly phone: string | null; readonly email: string | null }) {
  const words = useWords();
  const [changed, setChanged] = useState<{ readonly phone?: string; readonly email?: string }>({});
  const act = useAct('signIn.changeContacts');
  return (
    <Section title={words.contacts} hint={words.contactsHint}>
      <form
        className="jh-form"
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate({ body: changed }, { onSuccess: () => setChanged({}) });
        }}
      >
        <Field
          label={words.phone}
          value={changed.phone ?? phone ?? ''}
          onChange={(value) => setChanged({ ...changed, phone: value })}
          autoComplete="tel"
        />
        <Field
          label={words.email}
          value={changed.email ?? email ?? ''}
          onChange={(value) => setChanged({ ...changed, email: value })}
          autoComplete="email"
        />
        <InlineProblem error={act.error} />
        {act.isSuccess && Object.keys(changed).length === 0 ? <p role="status">{words.saved}</p> : null}
        <div className="jh-actions">
          <Button type="submit" busy={act.isPending} disabled={Object.keys(changed).length === 0}>
            {words.save}
          </Button>
        </div>
      </form>
    </Section>
  );
}
