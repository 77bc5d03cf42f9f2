import type { PublicRoundDetail } from '#contracts/admission';
import { numberText, useText } from '#web/locale';
import { Button, Field, Picker } from '#web/ui';
import { useWords } from './messages.ts';
import { birthDateOf, type WrittenChild, withChoice } from './view-model.ts';

interface Props {
  readonly plan: PublicRoundDetail;
  readonly nth: number;
  readonly child: WrittenChild;
  /** Absent while the address has not been looked up. */
  readonly schools: readonly { readonly unit: string; readonly name: string }[] | undefined;
  /** The first child's list holds for this one. */
  readonly isBound: boolean;
  readonly onChange: (child: WrittenChild) => void;
  readonly onRemove: (() => void) | null;
}

/** One child: who, which category, which schools in which order. */
export function ChildFields({ plan, nth, child, schools, isBound, onChange, onRemove }: Props) {
  const words = useWords();
  const text = useText();
  const places = Math.min(plan.mostChoices, schools?.length ?? 0, child.choices.length + 1);
  return (
    <fieldset className="jh-question">
      <legend>{words.child(numberText(nth))}</legend>
      <Field label={words.name} value={child.name} onChange={(name) => onChange({ ...child, name })} />
      <Field
        label={words.identity}
        hint={words.identityHint}
        value={child.identity}
        onChange={(identity) => onChange({ ...child, identity, birthDate: birthDateOf(identity) || child.birthDate })}
      />
      <Field
        label={words.birthDate}
        kind="date"
        value={child.birthDate}
        onChange={(birthDate) => onChange({ ...child, birthDate })}
      />
      <p>
        <Picker
          label={words.category}
          showLabel
          value={child.category}
          options={[
            { value: '', label: words.choose },
            ...plan.categories.map(({ id, name }) => ({ value: id, label: text(name) })),
          ]}
          onChange={(category) => onChange({ ...child, category })}
        />
      </p>
      {isBound ? null : schools === undefined ? (
        <p className="jh-hint">{words.findFirst}</p>
      ) : (
        Array.from({ length: places }, (_, at) => (
          <p key={at}>
            <Picker
              label={words.choice(numberText(at + 1))}
              showLabel
              value={child.choices[at] ?? ''}
              options={[
                { value: '', label: words.noChoice },
                ...schools.map(({ unit, name }) => ({ value: unit, label: name })),
              ]}
              onChange={(school) => onChange({ ...child, choices: withChoice(child.choices, at, school) })}
            />
          </p>
        ))
      )}
      {onRemove === null ? null : (
        <Button look="quiet" onClick={onRemove}>
          {words.remove}
        </Button>
      )}
    </fieldset>
  );
}
