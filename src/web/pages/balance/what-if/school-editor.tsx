import Input from 'antd/es/input/Input';
import { useState } from 'react';
import { numberText, useCommon, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Picker, Section } from '#web/ui';
import { useWords } from './messages.ts';
import type { TrialBase, TrialState } from './use-trial.ts';
import { fieldsOf, judgedSchools } from './view-model.ts';

interface Props {
  readonly state: TrialState;
  readonly base: TrialBase;
}

/** One school's values, each of which can be changed; and which other school to merge into it. */
function ValuesOf({ state, base, unit }: Props & { readonly unit: number }) {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const id = base.input.units.id[unit] ?? '';
  const name = base.input.units.name[unit] ?? '';
  const others = judgedSchools(base.before)
    .filter((other) => other.unit !== unit)
    .map((other) => ({ value: base.input.units.id[other.unit] ?? '', label: base.input.units.name[other.unit] ?? '' }));
  return (
    <Section title={words.values(name)} hint={words.valuesHint}>
      <ul className="jh-fields">
        {fieldsOf(base.input, unit, base.standard, base.dictionary).map((field) => {
          const measure = base.dictionary.measures.get(field.measure);
          const label = `${measure ? text(measure.words) : field.measure}${field.stage === 'all' ? '' : ` · ${common.stages[field.stage]}`}`;
          const tried = state.trials.find(
            (trial) => trial.kind === 'set' && trial.unit === id && trial.column === field.column,
          );
          const shown = tried?.kind === 'set' ? tried.value : field.value;
          return (
            <li key={field.column}>
              <label>
                <span>{label}</span>
                <Input
                  className="jh-number"
                  type="number"
                  min="0"
                  step="any"
                  value={Number.isNaN(shown) ? '' : shown}
                  onChange={(event) =>
                    state.add({
                      kind: 'set',
                      unit: id,
                      column: field.column,
                      value: event.target.value === '' ? Number.NaN : Number(event.target.value),
                    })
                  }
                />
              </label>
              <span className="jh-hint jh-number">
                {words.now} {numberText(field.value)}
              </span>
            </li>
          );
        })}
      </ul>
      <Picker
        label={words.merge}
        showLabel
        value=""
        options={[{ value: '', label: words.mergePick }, ...others]}
        onChange={(other) => {
          if (other !== '') state.add({ kind: 'merge', unit: other, into: id });
        }}
      />
      <p className="jh-hint">{words.mergeHint}</p>
    </Section>
  );
}

/** The schools of the county, and the values of the chosen one. */
export function SchoolEditor({ state, base }: Props) {
  const words = useWords();
  const view = useView();
  const { verdicts } = useCommon();
  const [find, setFind] = useState('');
  const { id, name } = base.input.units;
  const judged = judgedSchools(base.before);
  const asked = id.indexOf(view.read('school'));
  const chosen = asked >= 0 ? asked : (judged[0]?.unit ?? 0);
  const shown = judged
    .map((school) => ({ ...school, label: name[school.unit] ?? '' }))
    .filter(({ label, unit }) => unit === chosen || label.includes(find.trim()));
  return (
    <>
      <Section title={words.pick}>
        <Input
          type="search"
          placeholder={words.find}
          aria-label={words.find}
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
        <select
          className="jh-input jh-school-list"
          size={6}
          aria-label={words.schools}
          value={id[chosen] ?? ''}
          onChange={(event) => view.change({ school: event.target.value })}
        >
          {shown.map(({ label, unit, verdict }) => (
            <option key={id[unit]} value={id[unit]}>
              {`${label} · ${verdicts[verdict]}`}
            </option>
          ))}
        </select>
      </Section>
      <ValuesOf state={state} base={base} unit={chosen} />
    </>
  );
}
