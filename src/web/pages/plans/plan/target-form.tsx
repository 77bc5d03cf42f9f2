import Input from 'antd/es/input/Input';
import { useState } from 'react';
import type { PlanDetail, Target } from '#contracts/plans';
import { useAct, useAnswer } from '#web/api';
import { useText } from '#web/locale';
import { Button, Choice, InlineProblem, Picker } from '#web/ui';
import { useWords } from './messages.ts';
import { readNumber } from './view-model.ts';

type Measured = NonNullable<Target['measuredBy']>;
const stages: readonly Measured['stage'][] = ['all', 'kindergarten', 'primary', 'junior', 'senior', 'special'];

/** A target: its clause, how it is measured, its number (or none), its year. */
export function TargetForm({
  detail,
  target,
  onClose,
}: {
  readonly detail: PlanDetail;
  readonly target: Target | null;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const text = useText();
  const catalogue = useAnswer('plans.catalogue', {});
  const standards = useAnswer('conditions.standards', { query: {} });
  const add = useAct('plans.addTarget');
  const change = useAct('plans.changeTarget');
  const [clause, setClause] = useState(target?.clause.id ?? 'B0c');
  const [title, setTitle] = useState(target?.title ?? '');
  const [how, setHow] = useState<'measured' | 'reported'>(target?.measuredBy === null ? 'reported' : 'measured');
  const [standard, setStandard] = useState(target?.measuredBy?.standard ?? 'CN-BPE-2023');
  const [indicator, setIndicator] = useState(target?.measuredBy?.indicator ?? '');
  const [stage, setStage] = useState<Measured['stage']>(target?.measuredBy?.stage ?? 'all');
  const [direction, setDirection] = useState<Target['direction']>(target?.direction ?? 'atLeast');
  const [value, setValue] = useState(target?.value === null || target === null ? '' : String(target.value));
  const [dueYear, setDueYear] = useState(String(target?.dueYear ?? detail.toYear));
  const number = readNumber(value);
  const params = { area: detail.area.code, plan: detail.id };
  const send = () => {
    const body = {
      clause,
      title,
      measuredBy: how === 'measured' ? { standard, indicator, stage } : null,
      direction,
      value: number ?? null,
      dueYear: Number(dueYear),
      follows:
        target === null || target.follows === null
          ? null
          : { area: target.follows.plan.area.code, plan: target.follows.plan.id, target: target.follows.target },
    };
    if (target === null) add.mutate({ params, body }, { onSuccess: onClose });
    else change.mutate({ params: { ...params, target: target.id }, body }, { onSuccess: onClose });
  };
  return (
    <form
      className="jh-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (number !== undefined) send();
      }}
    >
      <Picker
        label={words.clause}
        showLabel
        value={clause}
        options={(catalogue.data?.clauses ?? []).map((one) => ({
          value: one.id,
          label: `${one.id} ${text(one.title)}`,
        }))}
        onChange={setClause}
      />
      <label>
        {words.title}
        <Input
          value={title}
          required
          minLength={2}
          maxLength={300}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <Choice
        label={words.how}
        showLabel
        value={how}
        options={[
          { value: 'measured', label: words.measured },
          { value: 'reported', label: words.reported },
        ]}
        onChange={setHow}
      />
      {how === 'measured' ? (
        <>
          <Picker
            label={words.standard}
            showLabel
            value={standard}
            options={(standards.data?.rows ?? []).map((one) => ({ value: one.id, label: text(one.name) }))}
            onChange={setStandard}
          />
          <IndicatorField standard={standard} value={indicator} onChange={setIndicator} />
          <Picker
            label={words.stage}
            showLabel
            value={stage}
            options={stages.map((one) => ({ value: one, label: words.stages[one] }))}
            onChange={setStage}
          />
        </>
      ) : null}
      <Choice
        label={words.direction}
        showLabel
        value={direction}
        options={[
          { value: 'atLeast', label: words.directions.atLeast },
          { value: 'atMost', label: words.directions.atMost },
        ]}
        onChange={setDirection}
      />
      <label>
        {words.value}
        <Input
          value={value}
          inputMode="decimal"
          status={number === undefined ? 'error' : ''}
          aria-invalid={number === undefined}
          onChange={(event) => setValue(event.target.value)}
        />
      </label>
      <label>
        {words.dueYear}
        <Input value={dueYear} inputMode="numeric" required onChange={(event) => setDueYear(event.target.value)} />
      </label>
      <InlineProblem error={add.error ?? change.error} />
      <p>
        <Button look="strong" type="submit" busy={add.isPending || change.isPending}>
          {words.save}
        </Button>{' '}
        <Button look="quiet" onClick={onClose}>
          {words.cancel}
        </Button>
      </p>
    </form>
  );
}

function IndicatorField({
  standard,
  value,
  onChange,
}: {
  readonly standard: string;
  readonly value: string;
  readonly onChange: (indicator: string) => void;
}) {
  const words = useWords();
  const text = useText();
  const asked = useAnswer('conditions.standard', { params: { standard }, query: {} });
  const options = (asked.data?.parts ?? [])
    .flatMap(({ clauses }) => clauses)
    .map((one) => ({ value: one.id, label: `${one.id} ${text(one.name)}` }));
  return (
    <Picker
      label={words.indicator}
      showLabel
      value={value}
      options={[{ value: '', label: '—' }, ...options]}
      onChange={onChange}
    />
  );
}
