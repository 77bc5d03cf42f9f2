import { type HTMLInputAutoCompleteAttribute, useId } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly kind?: 'text' | 'password' | 'date';
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly required?: boolean;
  readonly readOnly?: boolean;
}

/** One line of a form: what is asked, the field, why or how below it. Paste works everywhere. */
export function Field({ label, value, onChange, kind = 'text', hint, problem, ...rest }: Props) {
  const id = useId();
  const told = problem ?? hint;
  return (
    <div className="jh-field-line">
      <label htmlFor={id}>{label}</label>
      <input
        {...rest}
        id={id}
        className="jh-input"
        type={kind}
        value={value}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={told === undefined ? undefined : `${id}-told`}
        onChange={(event) => onChange(event.target.value)}
      />
      {told === undefined ? null : (
        <span id={`${id}-told`} className={problem === undefined ? 'jh-quiet' : 'jh-problem'}>
          {told}
        </span>
      )}
    </div>
  );
}
