import type { ScenarioName } from '#contracts/seats';
import { useView } from '#web/shell';
import { Choice } from '#web/ui';
import { useSeatsWords } from './messages.ts';

const scenarios: readonly ScenarioName[] = ['expected', 'fewer', 'more'];

/** The scenario in the address; what cannot be right is the trend. */
export function readScenario(text: string): ScenarioName {
  return scenarios.find((name) => name === text) ?? 'expected';
}

export function ScenarioChoice() {
  const words = useSeatsWords();
  const view = useView();
  return (
    <Choice
      label={words.scenario}
      showLabel
      value={readScenario(view.read('scenario'))}
      options={scenarios.map((value) => ({ value, label: words.scenarios[value] }))}
      onChange={(value) => view.change({ scenario: value === 'expected' ? null : value })}
    />
  );
}
