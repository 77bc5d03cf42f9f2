import { useState } from 'react';
import { useParams } from 'react-router';
import { type Answers, type AnswerValue, compileInstrument, progressOf } from '#standards';
import { AnswerInput } from '#web/answering';
import { type Answer as AnswerOf, useAct } from '#web/api';
import { numberText, useText } from '#web/locale';
import { Button, InlineProblem, Page } from '#web/ui';
import { useWords } from './messages.ts';

/** Answering a survey: a code, the questions, thanks. Nothing is asked about the person. */
export function RespondPage() {
  const words = useWords();
  const { area = '', survey = '' } = useParams();
  // A link may carry the code behind a #, where no server and no log sees it.
  const [code, setCode] = useState(() => window.location.hash.slice(1));
  const form = useAct('instruments.form', { keepsAnswers: true });
  const [isDone, setDone] = useState(false);
  if (isDone) {
    return (
      <Page title={words.thanks}>
        <p>{words.thanksHint}</p>
      </Page>
    );
  }
  if (form.data === undefined) {
    return (
      <Page title={words.title}>
        <p className="jh-hint">{words.anonymous}</p>
        <form
          className="jh-question"
          onSubmit={(event) => {
            event.preventDefault();
            form.mutate({ params: { area, survey }, body: { code } });
          }}
        >
          <label htmlFor="code">{words.code}</label>
          <input
            id="code"
            className="jh-typed"
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={40}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
          <Button type="submit" look="strong" busy={form.isPending} disabled={code.trim() === ''}>
            {words.begin}
          </Button>
          <InlineProblem error={form.error} />
        </form>
      </Page>
    );
  }
  return <Questions form={form.data} code={code} onDone={() => setDone(true)} />;
}

interface QuestionsProps {
  readonly form: AnswerOf<'instruments.form'>;
  readonly code: string;
  readonly onDone: () => void;
}

function Questions({ form, code, onDone }: QuestionsProps) {
  const words = useWords();
  const text = useText();
  // Made once: sent again after a lost answer it is still one.
  const [id] = useState(() => crypto.randomUUID());
  const [given, setGiven] = useState<ReadonlyMap<string, AnswerValue>>(new Map());
  const [isChecked, setChecked] = useState(false);
  const act = useAct('instruments.respond', { keepsAnswers: true });
  const { compiled } = compileInstrument(form.instrument);
  if (compiled === null) return null;
  const answers: Answers = new Map([...given].map(([item, value]) => [item, { value, files: [] }]));
  const asked = compiled.asked(answers);
  const missing = new Set(progressOf(compiled, answers).missing.map(({ item }) => item));
  const { area, id: survey, title } = form.survey;
  const send = () => {
    setChecked(true);
    if (missing.size > 0) return;
    const sent = asked.flatMap((item) => {
      const value = given.get(item.id);
      return value === undefined ? [] : [[item.id, typeof value === 'object' ? [...value] : value] as const];
    });
    act.mutate(
      { params: { area, survey }, body: { id, code, answers: Object.fromEntries(sent) } },
      { onSuccess: onDone },
    );
  };
  return (
    <Page title={title}>
      <p className="jh-hint">{words.anonymous}</p>
      {asked.map((item) => (
        <fieldset key={item.id} className="jh-question">
          <legend id={`label-${item.id}`}>
            {text(item.words)}
            {item.required ? null : <span className="jh-hint"> {words.notRequired}</span>}
          </legend>
          <AnswerInput
            item={item}
            value={given.get(item.id) ?? null}
            disabled={false}
            onChange={(value) =>
              setGiven((before) => {
                const next = new Map(before);
                if (value === null) next.delete(item.id);
                else next.set(item.id, value);
                return next;
              })
            }
          />
          {isChecked && missing.has(item.id) ? (
            <p className="jh-question-fault" role="alert">
              {words.missing}
            </p>
          ) : null}
        </fieldset>
      ))}
      <div className="jh-actions jh-hand-in">
        <Button look="strong" busy={act.isPending} onClick={send}>
          {words.send}
        </Button>
        {isChecked && missing.size > 0 ? <span>{words.open(numberText(missing.size))}</span> : null}
      </div>
      <InlineProblem error={act.error} />
    </Page>
  );
}
