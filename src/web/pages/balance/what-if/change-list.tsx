import { numberText, useCommon, useText } from '#web/locale';
import { Button, Section } from '#web/ui';
import { useWords } from './messages.ts';
import type { Trial } from './trial.ts';
import type { TrialBase, TrialState } from './use-trial.ts';

/** What was changed so far, each of which can be taken back by itself. */
export function ChangeList({ state, base }: { readonly state: TrialState; readonly base: TrialBase }) {
  const words = useWords();
  const { actions } = useCommon();
  const text = useText();
  const { id, name, columns } = base.input.units;
  const nameOf = (unit: string) => name[id.indexOf(unit)] ?? unit;
  function describe(trial: Trial): string {
    if (trial.kind === 'merge') return words.merged(nameOf(trial.into), nameOf(trial.unit));
    const measure = base.dictionary.measures.get(trial.column.slice(0, trial.column.lastIndexOf('@')));
    const before = columns.get(trial.column)?.[id.indexOf(trial.unit)];
    return words.set(
      nameOf(trial.unit),
      measure ? text(measure.words) : trial.column,
      numberText(before),
      numberText(trial.value),
    );
  }
  return (
    <Section
      title={words.changes}
      actions={
        state.trials.length > 0 ? (
          <Button look="quiet" onClick={state.reset}>
            {actions.reset}
          </Button>
        ) : null
      }
    >
      {state.trials.length === 0 ? <p className="jh-hint">{words.noChanges}</p> : null}
      <ul className="jh-items">
        {state.trials.map((trial, index) => (
          <li key={describe(trial)} className="jh-change">
            <span>{describe(trial)}</span>
            <Button look="quiet" aria-label={`${actions.undo}: ${describe(trial)}`} onClick={() => state.remove(index)}>
              {actions.undo}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
