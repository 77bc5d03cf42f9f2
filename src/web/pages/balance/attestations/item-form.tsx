import Input from 'antd/es/input/Input';
import { useId, useState } from 'react';
import type { AttestationItem } from '#contracts/balance';
import { useAct } from '#web/api';
import { instantText, numberText, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Button, Choice, InlineProblem, VerdictTag } from '#web/ui';
import { useWords } from './messages.ts';
import { readAnswer, writeAnswer } from './view-model.ts';

/** One item: what is asked, the answer, and the evidence for it. */
export function ItemForm({ item }: { readonly item: AttestationItem }) {
  const words = useWords();
  const text = useText();
  const view = useView();
  const id = useId();
  const act = useAct('balance.attest');
  const [typed, setTyped] = useState(writeAnswer(item.answer));
  const [evidence, setEvidence] = useState(item.evidence);
  const { answer, fault } = readAnswer(item, typed);
  const unit = item.unit ? text(item.unit) : '';
  const range = item.range?.map((end) => numberText(end)) ?? [];
  const changed = answer !== item.answer || evidence !== item.evidence;
  const send = (value: boolean | number | null) =>
    act.mutate({
      params: { area: view.area, item: item.item },
      query: { year: view.year ?? undefined, standard: view.standard ?? undefined },
      body: { answer: value, evidence: value === null ? '' : evidence },
    });
  const question = item.kind === 'veto' ? words.vetoQuestion : words.question;
  return (
    <li className="jh-item">
      <div className="jh-item-head">
        <h3>{text(item.name)}</h3>
        <VerdictTag status={item.verdict} />
      </div>
      <p className="jh-hint">
        {words.kinds[item.kind]}
        {item.clause === '' ? '' : ` · ${words.clause(item.clause)}`}
        {item.threshold === null
          ? ''
          : ` · ${words.threshold(numberText(item.threshold, Math.max(2, item.decimals)), unit)}`}
        {item.by && item.at ? ` · ${words.by(item.by, instantText(item.at))}` : ''}
      </p>
      <form
        className="jh-item-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (answer !== null) send(answer);
        }}
      >
        {item.answerKind === 'boolean' ? (
          <Choice
            label={`${question}: ${text(item.name)}`}
            value={typed}
            options={[
              { value: 'yes', label: words.yes },
              { value: 'no', label: words.no },
            ]}
            onChange={setTyped}
          />
        ) : (
          <label>
            <span className="jh-unseen">{`${question}: ${text(item.name)}`}</span>
            <Input
              className="jh-number"
              inputMode="decimal"
              value={typed}
              suffix={unit}
              status={fault === null ? '' : 'error'}
              aria-invalid={fault !== null}
              aria-describedby={fault === null ? undefined : `${id}-fault`}
              onChange={(event) => setTyped(event.target.value)}
            />
            {fault === null ? null : (
              <span className="jh-hint" role="alert" id={`${id}-fault`}>
                {words.faults[fault](range.join('–'), unit)}
              </span>
            )}
          </label>
        )}
        <label className="jh-item-evidence" htmlFor={`${id}-evidence`}>
          <span className="jh-hint">{words.evidence}</span>
          <Input
            id={`${id}-evidence`}
            maxLength={4000}
            value={evidence}
            onChange={(event) => setEvidence(event.target.value)}
          />
        </label>
        <div className="jh-actions">
          <Button type="submit" look="strong" busy={act.isPending} disabled={!changed || answer === null}>
            {words.save}
          </Button>
          {item.answer === null ? null : (
            <Button
              look="quiet"
              onClick={() => {
                setTyped('');
                setEvidence('');
                send(null);
              }}
            >
              {words.takeBack}
            </Button>
          )}
        </div>
      </form>
      <InlineProblem error={act.error} />
    </li>
  );
}
