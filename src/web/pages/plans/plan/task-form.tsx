import Input from 'antd/es/input/Input';
import { useState } from 'react';
import type { PlanDetail } from '#contracts/plans';
import { useAct, useAnswer } from '#web/api';
import { useText } from '#web/locale';
import { Button, InlineProblem, Picker } from '#web/ui';
import { useWords } from './messages.ts';

/** A task of one year that no split gave. */
export function TaskForm({ detail, onClose }: { readonly detail: PlanDetail; readonly onClose: () => void }) {
  const words = useWords();
  const text = useText();
  const catalogue = useAnswer('plans.catalogue', {});
  const act = useAct('plans.addTask');
  const [target, setTarget] = useState(detail.targetRows[0]?.id ?? '');
  const [title, setTitle] = useState('');
  const [lead, setLead] = useState('education');
  const [dueOn, setDueOn] = useState(`${detail.fromYear}-12-31`);
  const [evidence, setEvidence] = useState('');
  const chosen = detail.targetRows.find(({ id }) => id === target);
  return (
    <form
      className="jh-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === undefined) return;
        act.mutate(
          {
            params: { area: detail.area.code, plan: detail.id },
            body: { clause: chosen.clause.id, target, year: Number(dueOn.slice(0, 4)), title, lead, dueOn, evidence },
          },
          { onSuccess: onClose },
        );
      }}
    >
      <Picker
        label={words.target}
        showLabel
        value={target}
        options={detail.targetRows.map((one) => ({ value: one.id, label: one.title }))}
        onChange={setTarget}
      />
      <label>
        {words.task}
        <Input
          value={title}
          required
          minLength={2}
          maxLength={300}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <Picker
        label={words.lead}
        showLabel
        value={lead}
        options={(catalogue.data?.departments ?? []).map((one) => ({ value: one.id, label: text(one.name) }))}
        onChange={setLead}
      />
      <label>
        {words.dueOn}
        <Input type="date" value={dueOn} required onChange={(event) => setDueOn(event.target.value)} />
      </label>
      <label>
        {words.evidence}
        <Input value={evidence} maxLength={1000} onChange={(event) => setEvidence(event.target.value)} />
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
  );
}
