import { useState } from 'react';
import { useParams } from 'react-router';
import type { SurveyResultView } from '#contracts/instruments';
import { useAct, useAnswer } from '#web/api';
import { numberText, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Await, Button, DataTable, InlineProblem, Page, Section } from '#web/ui';
import { CodesForm } from './codes-form.tsx';
import { useWords } from './messages.ts';
import { intervalText, questionRows, respondentRows, shareText } from './view-model.ts';

/** A survey: who answered, how satisfied they are, how sure that is. */
export function SurveyPage() {
  const words = useWords();
  const view = useView();
  const { survey = '' } = useParams();
  const asked = useAnswer('instruments.survey', { params: { area: view.area, survey } });
  return <Await asked={asked}>{(answer) => <Result answer={answer} words={words} />}</Await>;
}

function Result({ answer, words }: { readonly answer: SurveyResultView; readonly words: ReturnType<typeof useWords> }) {
  const text = useText();
  const view = useView();
  const [isMaking, setMaking] = useState(false);
  const attest = useAct('quality.attestSurvey');
  const { survey, instrument, count } = answer;
  const [whole] = count.scores;
  const schoolYear = view.year ?? Number(survey.opensOn.slice(0, 4));
  return (
    <Page
      title={survey.title}
      subject={`${text(instrument.words)} · ${survey.opensOn}—${survey.closesOn}`}
      actions={
        <>
          <Button onClick={() => setMaking(true)}>{words.makeCodes}</Button>
          <Button
            look="strong"
            busy={attest.isPending}
            disabled={whole?.share === null || whole === undefined}
            onClick={() =>
              attest.mutate({
                params: { area: survey.area, survey: survey.id },
                body: { standard: view.standard ?? 'CN-CQB-2017', year: schoolYear },
              })
            }
          >
            {words.attest}
          </Button>
        </>
      }
    >
      <Answer detail={words.detail(numberText(count.shownFrom))}>
        {whole === undefined || whole.share === null
          ? words.tooFew(numberText(count.responses))
          : words.answer(shareText(whole), intervalText(whole), numberText(count.responses))}
        {count.wanted === null ? '' : words.wanted(numberText(count.wanted))}
      </Answer>
      {attest.data === undefined ? null : <p role="status">{words.attested(attest.data.evidence)}</p>}
      <InlineProblem error={attest.error} />
      {isMaking ? <CodesForm answer={answer} onClose={() => setMaking(false)} /> : null}
      <Section title={words.byRespondent} hint={words.intervalHint}>
        <DataTable
          id="respondents"
          caption={words.byRespondent}
          bare
          rows={respondentRows(answer)}
          rowKey={(row) => row.id}
          columns={[
            { key: 'kind', title: words.respondent, wide: true, value: (row) => text(row.words) },
            { key: 'responses', title: words.responses, kind: 'number', value: (row) => row.responses },
            { key: 'wanted', title: words.quota, kind: 'number', value: (row) => row.wanted },
            {
              key: 'share',
              title: words.satisfied,
              kind: 'number',
              value: (row) => row.recognition?.share ?? null,
              render: (row) => shareText(row.recognition),
            },
            { key: 'interval', title: words.interval, value: (row) => intervalText(row.recognition) },
            { key: 'left', title: words.usesLeft, kind: 'number', value: (row) => row.usesLeft },
          ]}
        />
      </Section>
      <Section title={words.items}>
        <DataTable
          id="questions"
          caption={words.items}
          rows={questionRows(answer)}
          rowKey={(row) => row.item}
          columns={[
            { key: 'item', title: words.item, wide: true, value: (row) => text(row.words) },
            { key: 'answered', title: words.answered, kind: 'number', value: (row) => row.answered },
            {
              key: 'chosen',
              title: words.chosen,
              wide: true,
              value: (row) => row.chosen.map(({ words: name, people }) => `${text(name)} ${people}`).join(' · '),
            },
          ]}
        />
      </Section>
      <Section title={words.about}>
        <ul className="jh-plain-list">
          {instrument.notes.map((note) => (
            <li key={note.zh}>{text(note)}</li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
