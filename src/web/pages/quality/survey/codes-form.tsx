import Input from 'antd/es/input/Input';
import { useId, useState } from 'react';
import type { SurveyResultView } from '#contracts/instruments';
import { useAct } from '#web/api';
import { numberText, useCommon, useText } from '#web/locale';
import { Button, InlineProblem, Picker, Section } from '#web/ui';
import { useWords } from './messages.ts';

interface Props {
  readonly answer: SurveyResultView;
  readonly onClose: () => void;
}

/** New codes for one kind of respondent; they are shown this once. */
export function CodesForm({ answer, onClose }: Props) {
  const words = useWords();
  const { actions } = useCommon();
  const text = useText();
  const id = useId();
  const act = useAct('instruments.makeCodes');
  const { survey, instrument } = answer;
  const [respondent, setRespondent] = useState(instrument.respondents[0]?.id ?? '');
  const [codes, setCodes] = useState('1');
  const [uses, setUses] = useState('1');
  const whole = (typed: string, most: number) => {
    const read = Number(typed);
    return Number.isInteger(read) && read >= 1 && read <= most ? read : null;
  };
  const [many, often] = [whole(codes, 2000), whole(uses, 5000)];
  const link = `${window.location.origin}/answer/${survey.area}/${survey.id}`;
  return (
    <Section title={words.makeCodes} hint={words.codesHint}>
      <form
        className="jh-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (many === null || often === null) return;
          act.mutate({
            params: { area: survey.area, survey: survey.id },
            body: { respondent, label: '', codes: many, uses: often },
          });
        }}
      >
        <Picker
          label={words.respondent}
          showLabel
          options={instrument.respondents.map((kind) => ({ value: kind.id, label: text(kind.words) }))}
          value={respondent}
          onChange={setRespondent}
        />
        <label htmlFor={`${id}-codes`}>
          {words.howMany}
          <Input
            id={`${id}-codes`}
            inputMode="numeric"
            value={codes}
            onChange={(event) => setCodes(event.target.value)}
          />
        </label>
        <label htmlFor={`${id}-uses`}>
          {words.howOften}
          <Input id={`${id}-uses`} inputMode="numeric" value={uses} onChange={(event) => setUses(event.target.value)} />
        </label>
        <div className="jh-actions">
          <Button type="submit" look="strong" busy={act.isPending} disabled={many === null || often === null}>
            {words.make}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {actions.close}
          </Button>
        </div>
      </form>
      <InlineProblem error={act.error} />
      {act.data === undefined ? null : (
        <>
          <p role="status">{words.made(numberText(act.data.codes.length))}</p>
          <p>
            {words.link} <code>{link}</code>
          </p>
          <textarea
            className="jh-typed"
            readOnly
            rows={Math.min(8, act.data.codes.length + 1)}
            aria-label={words.codes}
            value={act.data.codes.join('\n')}
          />
        </>
      )}
    </Section>
  );
}
