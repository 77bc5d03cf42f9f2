import Group from 'antd/es/radio/group';
import { useId } from 'react';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** The label stands beside the options; otherwise only a screen reader hears it. */
  readonly showLabel?: boolean;
}

/** A few exclusive options side by side; arrow keys go from one to the next. */
export function Choice<Value extends string>({ label, options, value, onChange, showLabel = false }: Props<Value>) {
  const id = useId();
  return (
    <span className="jh-picker">
      <span id={id} className={showLabel ? 'jh-picker-label' : 'jh-unseen'}>
        {label}
      </span>
      <Group
        aria-labelledby={id}
        optionType="button"
        buttonStyle="solid"
        options={[...options]}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      />
    </span>
  );
}

/** A longer list of options: the platform's own select, which every phone knows how to show. */
export function Picker<Value extends string>({ label, options, value, onChange, showLabel = false }: Props<Value>) {
  const id = useId();
  return (
    <span className="jh-picker">
      <label htmlFor={id} className={showLabel ? 'jh-picker-label' : 'jh-unseen'}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
