import './without-eval.ts';
import { useMemo } from 'react';
import type { WhatIf } from '#contracts/balance';
import { unpackInput } from '#contracts/balance';
import { applyChanges, evaluateStandard, findStandard, loadStandards } from '#standards';
import { useView } from '#web/shell';
import { addTrial, asChanges, readTrials, type Trial, writeTrials } from './trial.ts';

/** The county as it is and as it would be, both evaluated here, with the trials of the address. */
export function useTrial(answer: WhatIf) {
  const view = useView();
  const base = useMemo(() => {
    const library = loadStandards(answer.standardFiles);
    const found = findStandard(library, answer.standard.id, answer.schoolYear) ?? library.standards[0];
    if (!found) return null;
    const input = unpackInput(answer.input);
    return {
      input,
      standard: found.compiled,
      dictionary: library.dictionary,
      before: evaluateStandard(found.compiled, input),
    };
  }, [answer]);
  const text = view.read('trials');
  const trials = useMemo(() => readTrials(text), [text]);
  const tried = useMemo(() => {
    if (!base) return null;
    const input = applyChanges(base.input, asChanges(trials, base.input));
    return { input, after: trials.length === 0 ? base.before : evaluateStandard(base.standard, input) };
  }, [base, trials]);
  const setTrials = (next: readonly Trial[]) => view.change({ trials: writeTrials(next) });
  return {
    base,
    tried,
    trials,
    add: (trial: Trial) => setTrials(addTrial(trials, trial)),
    remove: (index: number) => setTrials(trials.filter((_, at) => at !== index)),
    reset: () => setTrials([]),
  };
}

export type TrialState = ReturnType<typeof useTrial>;
export type TrialBase = NonNullable<TrialState['base']>;
