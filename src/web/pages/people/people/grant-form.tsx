import Input from 'antd/es/input';
import { useState } from 'react';
import type { PersonDetail } from '#contracts/people';
import { useAct, useAnswer } from '#web/api';
import { useText } from '#web/locale';
import { Button, InlineProblem, Picker } from '#web/ui';
import { useWords } from './messages.ts';

export function GrantForm({ person }: { readonly person: PersonDetail }) {
  const words = useWords();
  const text = useText();
  const grant = useAct('people.grant');
  const { data } = useAnswer('people.roles', {});
  const roles = (data?.rows ?? []).filter((role) => role.at === 'area' || person.unit !== null);
  const [roleId, setRole] = useState('');
  const [area, setArea] = useState(person.area);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const role = roles.find(({ id }) => id === roleId) ?? roles[0];
  return (
    <form
      className="jh-form"
      aria-label={words.grant}
      onSubmit={(event) => {
        event.preventDefault();
        if (role === undefined) return;
        const unit = role.at === 'unit' ? person.unit?.id : undefined;
        grant.mutate({
          params: { home: person.area, person: person.person },
          body: {
            role: role.id,
            area: unit === undefined ? area : person.area,
            reason,
            ...(unit === undefined ? {} : { unit }),
            ...(from === '' ? {} : { from }),
            ...(to === '' ? {} : { to }),
          },
        });
      }}
    >
      <Picker
        label={words.role}
        showLabel
        value={role?.id ?? ''}
        options={roles.map(({ id, name }) => ({ value: id, label: text(name) }))}
        onChange={setRole}
      />
      {role?.at === 'area' ? (
        <label>
          {words.area}
          <Input required value={area} onChange={(event) => setArea(event.target.value)} />
        </label>
      ) : null}
      <label>
        {words.from}
        <Input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
      </label>
      <label>
        {words.to}
        <Input type="date" value={to} onChange={(event) => setTo(event.target.value)} />
      </label>
      <label>
        {words.reason}
        <Input maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <Button type="submit" look="strong" busy={grant.isPending}>
        {words.grant}
      </Button>
      {role ? <p className="jh-hint">{text(role.duty)}</p> : null}
      <InlineProblem error={grant.error} />
    </form>
  );
}
