import Input from 'antd/es/input/Input';
import { useState } from 'react';
import type { ComparedItemShown, FindingBody } from '#contracts/recognition';
import { useAct } from '#web/api';
import { useCommon, useText } from '#web/locale';
import { Button, Choice, InlineProblem, Section } from '#web/ui';
import { useWords } from './messages.ts';

const verdicts: readonly FindingBody['verdict'][] = ['met', 'notMet', 'noData'];

/** What one's own level found for an item; the county's figure stays as it is. */
export function FindingForm({
  params,
  item,
  onClose,
}: {
  readonly params: { readonly area: string; readonly application: string };
  readonly item: ComparedItemShown;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const act = useAct('recognition.find');
  const [verdict, setVerdict] = useState<FindingBody['verdict']>(item.verdict === 'met' ? 'met' : 'notMet');
  const [value, setValue] = useState('');
  const [note, setNote] = useState('');
  const number = value.trim() === '' ? null : Number(value);
  const isNumber = number === null || Number.isFinite(number);
  return (
    <Section title={words.recordFor([text(item.name), item.unitName].filter(Boolean).join(' · '))}>
      <form
        className="jh-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isNumber) return;
          act.mutate(
            { params: { ...params, item: item.key }, body: { value: number, verdict, note } },
            { onSuccess: onClose },
          );
        }}
      >
        <Choice
          label={words.verdict}
          showLabel
          value={verdict}
          options={verdicts.map((one) => ({ value: one, label: common.verdicts[one] }))}
          onChange={setVerdict}
        />
        <label>
          {words.found}
          <Input
            value={value}
            inputMode="decimal"
            status={isNumber ? '' : 'error'}
            aria-invalid={!isNumber}
            suffix={text(item.shownIn)}
            onChange={(event) => setValue(event.target.value)}
          />
        </label>
        <label>
          {words.note}
          <Input value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
        </label>
        <InlineProblem error={act.error} />
        <p>
          <Button look="strong" type="submit" busy={act.isPending}>
            {words.save}
          </Button>{' '}
          <Button look="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
        </p>
      </form>
    </Section>
  );
}
