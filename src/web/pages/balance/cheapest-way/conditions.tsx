import Checkbox from 'antd/es/checkbox/Checkbox';
import Input from 'antd/es/input/Input';
import { useState } from 'react';
import { useCommon, useText } from '#web/locale';
import { Button, Section, useIndicatorName } from '#web/ui';
import { useWords } from './messages.ts';
import type { usePlan } from './use-plan.ts';
import { changedCosts, costKey, mergeCosts, type NamedPlan } from './view-model.ts';

/** What the plan assumes: prices, and whether anything may move. */
export function Conditions({ plan, state }: { readonly plan: NamedPlan; readonly state: ReturnType<typeof usePlan> }) {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const nameOf = useIndicatorName(plan.indicators);
  const sources = new Set(plan.costs.map((cost) => text(cost.source)));
  const oneSource = sources.size === 1;
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const [move, setMove] = useState(plan.mayMove);
  return (
    <Section title={words.options} hint={oneSource ? `${words.costsHint} ${[...sources].join('')}` : words.costsHint}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          state.setCosts(mergeCosts(state.costs, changedCosts(plan.costs, typed)));
          state.setMayMove(move);
        }}
      >
        <div className="jh-price-list">
          {plan.costs.map((cost) => (
            <label key={costKey(cost)} className="jh-price">
              <span>
                {nameOf(cost.indicator)}
                {cost.stage ? ` · ${common.stages[cost.stage]}` : ''}
                {oneSource ? null : <span className="jh-hint"> {text(cost.source)}</span>}
              </span>
              <span className="jh-price-field">
                <Input
                  className="jh-number"
                  inputMode="decimal"
                  defaultValue={cost.costFen / 100}
                  onChange={(event) => setTyped(new Map(typed).set(costKey(cost), event.target.value))}
                />
                <span className="jh-unit">
                  {words.costUnit} / {text(cost.resource)}
                </span>
              </span>
            </label>
          ))}
        </div>
        <div className="jh-actions">
          <Checkbox className="jh-check" checked={move} onChange={(event) => setMove(event.target.checked)}>
            {words.mayMove}
          </Checkbox>
          <Button type="submit" look="strong" busy={state.asked.isFetching}>
            {words.recompute}
          </Button>
        </div>
      </form>
    </Section>
  );
}
