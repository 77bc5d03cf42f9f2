import { useId } from 'react';
import type { FormField } from '#contracts/casework';
import { useText } from '#web/locale';
import { useWords } from './messages.ts';

interface Props {
  readonly field: FormField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One field of a declared form, by the platform's own control. */
export function FieldInput({ field, value, onChange }: Props) {
  const words = useWords();
  const text = useText();
  const id = useId();
  const hint = [
    ...(field.hint === null ? [] : [text(field.hint)]),
    ...(field.as === 'texts' ? [words.oneALine] : []),
  ].join(' · ');
  return (
    <div className={field.as === 'longText' || field.as === 'texts' ? 'jh-field jh-field-wide' : 'jh-field'}>
      <label htmlFor={id}>
        {text(field.title)}
        {field.as === 'money' ? <span className="jh-unit"> {words.yuan}</span> : null}
        {field.required ? <span className="jh-unit"> {words.required}</span> : null}
      </label>
      <Control id={id} field={field} value={value} onChange={onChange} />
      {hint === '' ? null : <span className="jh-hint">{hint}</span>}
    </div>
  );
}

function Control({ id, field, value, onChange }: Props & { readonly id: string }) {
  const words = useWords();
  const text = useText();
  const { as, required, options } = field;
  const shared = { id, value, 'aria-required': required };
  if (as === 'longText' || as === 'texts') {
    return <textarea {...shared} rows={3} onChange={(event) => onChange(event.target.value)} />;
  }
  if (as === 'choice' || as === 'yesNo') {
    const offered =
      as === 'choice'
        ? options.map((option) => ({ value: option.value, label: text(option.title) }))
        : [
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ];
    return (
      <select {...shared} onChange={(event) => onChange(event.target.value)}>
        <option value="">{words.unset}</option>
        {offered.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  const isNumber = as === 'money' || as === 'number' || as === 'whole';
  return (
    <input
      {...shared}
      type={as === 'day' ? 'date' : 'text'}
      inputMode={as === 'whole' ? 'numeric' : isNumber ? 'decimal' : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
