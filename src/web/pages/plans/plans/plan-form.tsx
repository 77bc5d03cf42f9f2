import Input from 'antd/es/input/Input';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PlanHead } from '#contracts/plans';
import { useAct } from '#web/api';
import { useView } from '#web/shell';
import { Button, Choice, InlineProblem, Section } from '#web/ui';
import { useWords } from './messages.ts';

type Kind = PlanHead['kind'];
const kinds: readonly Kind[] = ['development', 'action', 'campaign', 'pilot'];

/** The few things a plan begins with; its targets come afterwards. */
export function PlanForm({ follows, onClose }: { readonly follows: PlanHead | null; readonly onClose: () => void }) {
  const words = useWords();
  const view = useView();
  const navigate = useNavigate();
  const act = useAct('plans.createPlan');
  const [thisYear] = useState(() => new Date().getFullYear());
  const [kind, setKind] = useState<Kind>(follows?.kind ?? 'development');
  const [title, setTitle] = useState(follows?.title ?? '');
  const [basis, setBasis] = useState(follows?.basis ?? '');
  const [fromYear, setFromYear] = useState(String(follows?.fromYear ?? thisYear));
  const [toYear, setToYear] = useState(String(follows?.toYear ?? thisYear + 2));
  const send = () =>
    act.mutate(
      {
        params: { area: view.area },
        body: {
          kind,
          title,
          basis,
          fromYear: Number(fromYear),
          toYear: Number(toYear),
          follows: follows === null ? null : { area: follows.area.code, plan: follows.id },
        },
      },
      { onSuccess: (plan) => void navigate(view.href('plans', plan.id)) },
    );
  return (
    <Section title={follows === null ? words.make : words.makeFor(follows.title)}>
      <form
        className="jh-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Choice
          label={words.kind}
          showLabel
          value={kind}
          options={kinds.map((one) => ({ value: one, label: words.kinds[one] }))}
          onChange={setKind}
        />
        <label>
          {words.fieldTitle}
          <Input
            value={title}
            required
            minLength={2}
            maxLength={200}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <label>
          {words.fieldBasis}
          <Input value={basis} maxLength={500} onChange={(event) => setBasis(event.target.value)} />
        </label>
        <label>
          {words.fieldFrom}
          <Input value={fromYear} inputMode="numeric" required onChange={(event) => setFromYear(event.target.value)} />
        </label>
        <label>
          {words.fieldTo}
          <Input value={toYear} inputMode="numeric" required onChange={(event) => setToYear(event.target.value)} />
        </label>
        <InlineProblem error={act.error} />
        <p>
          <Button look="strong" type="submit" busy={act.isPending}>
            {words.create}
          </Button>{' '}
          <Button look="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
        </p>
      </form>
    </Section>
  );
}
