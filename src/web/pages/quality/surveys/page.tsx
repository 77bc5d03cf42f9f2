import Input from 'antd/es/input/Input';
import { useId, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useAct, useAnswer } from '#web/api';
import { numberText, useCommon, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Await, Button, InlineProblem, Notice, Page, Picker, Section } from '#web/ui';
import { useWords } from './messages.ts';

/** The surveys of an area, and opening one. */
export function SurveysPage() {
  const words = useWords();
  const view = useView();
  const [isOpening, setOpening] = useState(false);
  const asked = useAnswer('instruments.surveys', { query: { area: view.area } });
  return (
    <Await asked={asked}>
      {({ rows }) => (
        <Page
          title={words.title}
          actions={
            <Button look="strong" onClick={() => setOpening(true)}>
              {words.open}
            </Button>
          }
        >
          {isOpening ? <SurveyForm onClose={() => setOpening(false)} /> : null}
          {rows.length === 0 ? (
            <Notice kind="empty" title={words.none}>
              <p>{words.noneHint}</p>
            </Notice>
          ) : (
            <>
              <Answer detail={words.anonymous}>{words.answer(numberText(rows.length))}</Answer>
              <ul className="jh-sheets">
                {rows.map((survey) => (
                  <li key={survey.id}>
                    <Link to={view.href('surveys', survey.id)} className="jh-sheet-link">
                      <strong>{survey.title}</strong>
                      <span className="jh-hint">{words.period(survey.opensOn, survey.closesOn)}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Page>
      )}
    </Await>
  );
}

function SurveyForm({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { actions } = useCommon();
  const text = useText();
  const view = useView();
  const go = useNavigate();
  const id = useId();
  const asked = useAnswer('instruments.instruments', {});
  const act = useAct('instruments.openSurvey');
  const [chosen, setChosen] = useState<string>();
  const [title, setTitle] = useState('');
  const [opensOn, setOpensOn] = useState('');
  const [closesOn, setClosesOn] = useState('');
  const [residents, setResidents] = useState('');
  const people = /^\d{1,9}$/.test(residents.trim()) ? Number(residents) : null;
  const field = (name: string, label: string, value: string, set: (next: string) => void, type = 'text') => (
    <label htmlFor={`${id}-${name}`}>
      {label}
      <Input id={`${id}-${name}`} type={type} value={value} onChange={(event) => set(event.target.value)} />
    </label>
  );
  return (
    <Section title={words.open}>
      <Await asked={asked} nested rows={2}>
        {({ rows }) => {
          const surveys = rows.filter(({ kind }) => kind === 'survey');
          const instrument = chosen ?? surveys[0]?.id ?? '';
          return (
            <form
              className="jh-form"
              onSubmit={(event) => {
                event.preventDefault();
                act.mutate(
                  { body: { area: view.area, instrument, title: title.trim(), opensOn, closesOn, residents: people } },
                  { onSuccess: (survey) => void go(view.href('surveys', survey.id)) },
                );
              }}
            >
              <Picker
                label={words.questions}
                showLabel
                options={surveys.map((survey) => ({ value: survey.id, label: text(survey.words) }))}
                value={instrument}
                onChange={setChosen}
              />
              {field('title', words.name, title, setTitle)}
              {field('opens', words.opensOn, opensOn, setOpensOn, 'date')}
              {field('closes', words.closesOn, closesOn, setClosesOn, 'date')}
              {field('residents', words.residents, residents, setResidents)}
              <div className="jh-actions">
                <Button
                  type="submit"
                  look="strong"
                  busy={act.isPending}
                  disabled={title.trim() === '' || opensOn === '' || closesOn === '' || instrument === ''}
                >
                  {words.open}
                </Button>
                <Button look="quiet" onClick={onClose}>
                  {actions.cancel}
                </Button>
              </div>
              <InlineProblem error={act.error} />
            </form>
          );
        }}
      </Await>
    </Section>
  );
}
