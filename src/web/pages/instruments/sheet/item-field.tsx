import type { InstrumentItem } from '#standards';
import { AnswerInput } from '#web/answering';
import { useText } from '#web/locale';
import type { SheetState, ShownAnswer } from '#web/offline';
import { Button } from '#web/ui';
import { useWords } from './messages.ts';
import { PhotoField } from './photo-field.tsx';

interface Props {
  readonly state: SheetState;
  readonly item: InstrumentItem;
  readonly area: string;
  readonly sheet: string;
  readonly disabled: boolean;
}

const nothing: ShownAnswer = { value: null, note: '', files: [], state: 'saved' };

/** One question: what is asked and on what basis, the answer, its photos. */
export function ItemField({ state, item, area, sheet, disabled }: Props) {
  const words = useWords();
  const text = useText();
  const answer = state.answers.get(item.id) ?? nothing;
  const name = text(item.words);
  const { clause, confidence } = item.provenance;
  const write = (change: Partial<Pick<ShownAnswer, 'value' | 'files'>>) =>
    void state.write({ item: item.id, value: answer.value, note: answer.note, files: answer.files, ...change });
  const fault = state.waiting.find((change) => change.item === item.id)?.fault ?? null;
  return (
    <fieldset className="jh-question" id={`item-${item.id}`}>
      <legend id={`label-${item.id}`}>
        {name}
        {item.required ? null : <span className="jh-hint"> {words.notRequired}</span>}
      </legend>
      {clause === '' && item.help === null ? null : (
        <p className="jh-hint">
          {item.help === null ? '' : text(item.help)}
          {clause === ''
            ? ''
            : ` ${words.clause(clause)}${confidence === 'verified' ? '' : words.confidence[confidence]}`}
        </p>
      )}
      <AnswerInput item={item} value={answer.value} disabled={disabled} onChange={(value) => write({ value })} />
      {item.type.kind !== 'files' && item.evidence === 'none' ? null : (
        <div className="jh-evidence">
          {item.evidence === 'required' && item.type.kind !== 'files' ? (
            <span className="jh-hint">{words.evidenceRequired}</span>
          ) : null}
          <PhotoField
            area={area}
            sheet={sheet}
            item={item.id}
            name={name}
            files={answer.files}
            disabled={disabled}
            onChange={(files) => write({ files })}
          />
        </div>
      )}
      {answer.state === 'kept' ? <p className="jh-hint">{words.keptHere}</p> : null}
      {fault === null ? null : (
        <p role="alert" className="jh-question-fault">
          {words.faults[fault as keyof typeof words.faults] ?? words.faults.refused}{' '}
          <Button look="quiet" onClick={() => void state.forget(item.id)}>
            {words.forget}
          </Button>
        </p>
      )}
    </fieldset>
  );
}
