import type { ShownField } from '#contracts/casework';
import { moneyText, numberText, useLanguage, useText } from '#web/locale';
import { useWords } from './messages.ts';

/** Fields with their values, as a list of terms. */
export function ShownValues({ fields }: { readonly fields: readonly ShownField[] }) {
  const text = useText();
  const show = useShown();
  return (
    <dl className="jh-terms">
      {fields.map((field) => (
        <div key={text(field.title)}>
          <dt>{text(field.title)}</dt>
          <dd>{show(field)}</dd>
        </div>
      ))}
    </dl>
  );
}

function useShown(): (field: ShownField) => string {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  return ({ as, value, shown }) => {
    if (shown !== null) return text(shown);
    if (as === 'money' && typeof value === 'number') return moneyText(value, language);
    if (typeof value === 'number') return numberText(value);
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (as === 'own') return words.entries(numberText(Array.isArray(value) ? value.length : 1));
    if (Array.isArray(value)) return value.map(String).join('、');
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
}
