import Input from 'antd/es/input/Input';
import { useState } from 'react';
import type { LedgerLine } from '#contracts/ledger';
import { useAct } from '#web/api';
import { useText } from '#web/locale';
import { Button, InlineProblem, Section } from '#web/ui';
import { useWords } from './messages.ts';

/** Who answers for a line, until when, by what means and at what cost. */
export function AssignForm({ line, onClose }: { readonly line: LedgerLine; readonly onClose: () => void }) {
  const words = useWords();
  const text = useText();
  const act = useAct('ledger.assign');
  const [owner, setOwner] = useState(text(line.owner));
  const [dueOn, setDueOn] = useState(line.dueOn);
  const [means, setMeans] = useState(text(line.act));
  const [cost, setCost] = useState(line.costFen === null ? '' : String(line.costFen / 100));
  const [reason, setReason] = useState('');
  const costFen = cost.trim() === '' ? null : Math.round(Number(cost) * 100);
  const send = () =>
    act.mutate(
      {
        params: { area: line.county, line: line.id },
        body: {
          reason,
          ...(owner === text(line.owner) ? {} : { owner }),
          ...(dueOn === line.dueOn ? {} : { dueOn }),
          ...(means === text(line.act) ? {} : { act: means }),
          ...(costFen === line.costFen ? {} : { costFen }),
        },
      },
      { onSuccess: onClose },
    );
  return (
    <Section title={words.assign}>
      <form
        className="jh-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <label>
          {words.ownerField}
          <Input value={owner} maxLength={80} onChange={(event) => setOwner(event.target.value)} />
        </label>
        <label>
          {words.dueField}
          <Input type="date" value={dueOn} required onChange={(event) => setDueOn(event.target.value)} />
        </label>
        <label>
          {words.actField}
          <Input value={means} maxLength={400} onChange={(event) => setMeans(event.target.value)} />
        </label>
        <label>
          {words.costField}
          <Input value={cost} inputMode="decimal" onChange={(event) => setCost(event.target.value)} />
        </label>
        <label>
          {words.reason}
          <Input value={reason} maxLength={400} onChange={(event) => setReason(event.target.value)} />
        </label>
        <InlineProblem error={act.error} />
        <p>
          <Button look="strong" type="submit" busy={act.isPending}>
            {words.save}
          </Button>{' '}
          <Button look="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
        </p>
      </form>
    </Section>
  );
}
