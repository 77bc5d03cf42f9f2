import Input from 'antd/es/input';
import { useState } from 'react';
import type { Me } from '#contracts/people';
import { useAct, useAnswer } from '#web/api';
import { useText } from '#web/locale';
import { Await, Button, InlineProblem, Picker, Section } from '#web/ui';
import { useWords } from './messages.ts';

/** Roles lent to a colleague while away, and those lent to me. */
export function Delegations({ me }: { readonly me: Me }) {
  const words = useWords();
  const text = useText();
  const lent = useAnswer('people.lent', {});
  const end = useAct('people.endDelegation');
  return (
    <Section title={words.lentTitle} hint={words.lentHint}>
      <LendForm me={me} />
      <InlineProblem error={end.error} />
      <Await asked={lent}>
        {({ rows }) => (
          <ul className="jh-plain-list">
            {rows.map((row) => (
              <li key={`${row.to.person} ${row.id}`}>
                {words.between(row.from.name, row.to.name)} · {row.roles.map(({ name }) => text(name)).join(' · ')} ·{' '}
                {row.fromDay} – {row.toDay} · {words.states[row.state]}{' '}
                {row.from.person === me.id && row.state !== 'over' && row.state !== 'revoked' ? (
                  <Button
                    look="quiet"
                    onClick={() =>
                      end.mutate({ params: { to: row.to.area, person: row.to.person, delegation: row.id } })
                    }
                  >
                    {words.end}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Await>
    </Section>
  );
}

function LendForm({ me }: { readonly me: Me }) {
  const words = useWords();
  const text = useText();
  const { data } = useAnswer('people.colleagues', {});
  const lend = useAct('people.delegate');
  const [to, setTo] = useState('');
  const [role, setRole] = useState('');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const own = me.roles.filter(({ source }) => source === 'granted');
  const colleagues = data?.rows ?? [];
  if (own.length === 0) return null;
  if (data !== undefined && colleagues.length === 0) return <p>{words.noColleagues}</p>;
  const chosen = colleagues.find(({ person }) => person === to) ?? colleagues[0];
  const chosenRole = own.find(({ id }) => id === role) ?? own[0];
  return (
    <form
      className="jh-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === undefined || chosenRole === undefined) return;
        lend.mutate({
          body: { to: { area: chosen.area, person: chosen.person }, roles: [chosenRole.id], from, until },
        });
      }}
    >
      <Picker
        label={words.to}
        showLabel
        value={chosen?.person ?? ''}
        options={colleagues.map(({ person, name, post }) => ({ value: person, label: `${name} ${post}` }))}
        onChange={setTo}
      />
      <Picker
        label={words.role}
        showLabel
        value={chosenRole?.id ?? ''}
        options={own.map(({ id, name }) => ({ value: id, label: text(name) }))}
        onChange={setRole}
      />
      <label>
        {words.fromDay}
        <Input type="date" required value={from} onChange={(event) => setFrom(event.target.value)} />
      </label>
      <label>
        {words.toDay}
        <Input type="date" required value={until} onChange={(event) => setUntil(event.target.value)} />
      </label>
      <Button type="submit" busy={lend.isPending}>
        {words.lend}
      </Button>
      <InlineProblem error={lend.error} />
    </form>
  );
}
