import { useState } from 'react';
import type { AnswerValue, InstrumentItem } from '#standards';
import { useText } from '#web/locale';
import { useAnsweringWords } from './messages.ts';
import { readNumber } from './read-number.ts';

interface Props {
  readonly item: InstrumentItem;
  readonly value: AnswerValue | null;
  readonly disabled: boolean;
  readonly onChange: (value: AnswerValue | null) => void;
}

interface Offered {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
}

/** One of a few answers, as targets a thumb can hit. */
function Targets(props: {
  readonly name: string;
  readonly many: boolean;
  readonly options: readonly Offered[];
  readonly chosen: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (id: string, chosen: boolean) => void;
}) {
  return (
    <div className="jh-targets">
      {props.options.map(({ id, label, detail }) => (
        <label key={id} className="jh-target">
          <input
            type={props.many ? 'checkbox' : 'radio'}
            name={props.name}
            checked={props.chosen.includes(id)}
            disabled={props.disabled}
            onChange={(event) => props.onChange(id, event.target.checked)}
          />
          <span>
            {label}
            {detail === '' ? null : <span className="jh-target-detail">{detail}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}

/** A typed answer: what stands in the field is the person's until it can be read as an answer. */
function Typed(props: {
  readonly item: InstrumentItem;
  readonly stored: string;
  readonly disabled: boolean;
  readonly read: (typed: string) => AnswerValue | null | undefined;
  readonly onChange: (value: AnswerValue | null) => void;
}) {
  const { item, stored, disabled, read, onChange } = props;
  const words = useAnsweringWords();
  const text = useText();
  const [typed, setTyped] = useState(stored);
  const [seen, setSeen] = useState(stored);
  // A newer answer from elsewhere takes the field, unless the person is in the middle of another one.
  if (stored !== seen) {
    setSeen(stored);
    if (typed === seen || typed === '') setTyped(stored);
  }
  const isWrong = typed !== '' && read(typed) === undefined;
  const change = (next: string) => {
    setTyped(next);
    const value = next.trim() === '' ? null : read(next);
    if (value !== undefined) onChange(value);
  };
  const shared = {
    id: `answer-${item.id}`,
    value: typed,
    disabled,
    'aria-labelledby': `label-${item.id}`,
    'aria-invalid': isWrong || undefined,
  };
  if (item.type.kind === 'text') {
    return (
      <textarea
        {...shared}
        className="jh-typed"
        rows={3}
        maxLength={item.type.longest}
        onChange={(event) => change(event.target.value)}
      />
    );
  }
  if (item.type.kind === 'date') {
    return <input {...shared} className="jh-typed" type="date" onChange={(event) => change(event.target.value)} />;
  }
  const unit = item.type.kind === 'number' && item.type.unit !== null ? text(item.type.unit) : '';
  return (
    <span className="jh-typed-number">
      <input
        {...shared}
        className="jh-typed jh-number"
        inputMode="decimal"
        onChange={(event) => change(event.target.value)}
      />
      <span className="jh-unit">{unit}</span>
      {isWrong ? <span className="jh-hint">{words.notANumber}</span> : null}
    </span>
  );
}

/** The field of an item, by its type. */
export function AnswerInput({ item, value, disabled, onChange }: Props) {
  const words = useAnsweringWords();
  const text = useText();
  const { type } = item;
  switch (type.kind) {
    case 'yesNo':
      return (
        <Targets
          name={item.id}
          many={false}
          options={[
            { id: 'yes', label: words.yes, detail: '' },
            { id: 'no', label: words.no, detail: '' },
          ]}
          chosen={value === null ? [] : [value === true ? 'yes' : 'no']}
          disabled={disabled}
          onChange={(id) => onChange(id === 'yes')}
        />
      );
    case 'choice':
    case 'level':
    case 'choices': {
      const chosen = typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? value : [];
      const many = type.kind === 'choices';
      return (
        <Targets
          name={item.id}
          many={many}
          options={type.options.map(({ id, words: label, descriptor }) => ({
            id,
            label: text(label),
            detail: descriptor === null ? '' : text(descriptor),
          }))}
          chosen={chosen}
          disabled={disabled}
          onChange={(id, isChosen) => {
            if (!many) onChange(id);
            else onChange(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id));
          }}
        />
      );
    }
    case 'number':
      return (
        <Typed
          item={item}
          stored={typeof value === 'number' ? String(value) : ''}
          disabled={disabled}
          read={(typed) => readNumber(typed) ?? undefined}
          onChange={onChange}
        />
      );
    case 'text':
    case 'date':
      return (
        <Typed
          item={item}
          stored={typeof value === 'string' ? value : ''}
          disabled={disabled}
          read={(typed) => typed}
          onChange={onChange}
        />
      );
    case 'files':
      return null;
  }
}
