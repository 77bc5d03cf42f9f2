import { Link, useParams } from 'react-router';
import { fileAddress, useAnswer } from '#web/api';
import { numberText, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Await, ButtonLink, DataTable, Page, Section, type ShownColumn, StatusMark } from '#web/ui';
import { useWords } from './messages.ts';
import { type ComparedRow, gapText, levelText, rowsOf, shareText } from './view-model.ts';

/** One school in a round: its own score and the external one beside each other, and what follows. */
export function EvaluationPage() {
  const words = useWords();
  const text = useText();
  const view = useView();
  const { round = '', unit = '' } = useParams();
  const asked = useAnswer('quality.evaluation', { params: { area: view.area, round, unit } });
  const columns: readonly ShownColumn<ComparedRow>[] = [
    { key: 'item', title: words.item, wide: true, value: (row) => text(row.words) },
    { key: 'section', title: words.section, value: (row) => text(row.section) },
    { key: 'self', title: words.self, value: (row) => levelText(row, row.self, text) },
    {
      key: 'external',
      title: words.external,
      value: (row) => levelText(row, row.external, text),
      render: (row) =>
        row.external === null ? (
          levelText(row, null, text)
        ) : (
          <>
            <StatusMark status={row.isWeak ? 'notMet' : 'met'} /> {levelText(row, row.external, text)}
          </>
        ),
    },
    { key: 'gap', title: words.gap, kind: 'number', value: (row) => row.gap, render: (row) => gapText(row.gap) },
    { key: 'before', title: words.before, value: (row) => levelText(row, row.before, text) },
    {
      key: 'files',
      title: words.evidence,
      kind: 'number',
      value: (row) => row.selfFiles + row.externalFiles,
    },
  ];
  return (
    <Await asked={asked} rows={10}>
      {(answer) => {
        const { head } = answer;
        const state = words.states[head.state as keyof typeof words.states];
        return (
          <Page
            title={head.name}
            subject={`${answer.round.title} · ${text(answer.round.instrumentName)}`}
            actions={
              <>
                <ButtonLink
                  file={fileAddress('quality.record', {
                    params: { area: view.area, round, unit },
                    query: { format: 'docx' },
                  })}
                >
                  {words.record}
                </ButtonLink>
                <ButtonLink look="strong" to={`/cases/quality.evaluation/${head.case}`}>
                  {words.handle}
                </ButtonLink>
              </>
            }
          >
            <Answer detail={words.hint}>
              {head.differing === null
                ? words.waiting(state, numberText(head.done), numberText(head.asked))
                : words.answer(state, numberText(head.differing), numberText(head.weak ?? 0))}
            </Answer>
            <p className="jh-actions">
              <Link to={`/sheets/${view.area}/${head.selfSheet}`}>{words.openSelf}</Link>
              {head.externalSheet === null ? null : (
                <Link to={`/sheets/${view.area}/${head.externalSheet}`}>{words.openExternal}</Link>
              )}
            </p>
            {answer.demands === null ? null : (
              <Section title={words.rectification} hint={words.by(answer.rectifyBy ?? '')}>
                <p>{answer.demands}</p>
                {answer.done === null ? null : <p>{words.done(answer.done)}</p>}
              </Section>
            )}
            <Section title={words.comparison}>
              <DataTable
                id="items"
                caption={words.comparison}
                rows={rowsOf(answer)}
                columns={columns}
                rowKey={(row) => row.item}
              />
            </Section>
            <Section title={words.scores} hint={words.noRanking}>
              <DataTable
                id="scores"
                caption={words.scores}
                bare
                rows={answer.scores}
                rowKey={(row) => row.id}
                columns={[
                  { key: 'score', title: words.score, wide: true, value: (row) => text(row.words) },
                  ...(['self', 'external', 'before'] as const).map((side) => ({
                    key: side,
                    title: words[side],
                    kind: 'number' as const,
                    value: (row: (typeof answer.scores)[number]) => row[side],
                    render: (row: (typeof answer.scores)[number]) => shareText(row[side], row.how),
                  })),
                ]}
              />
            </Section>
          </Page>
        );
      }}
    </Await>
  );
}
