import { useParams } from 'react-router';
import { useAnswer } from '#web/api';
import { numberText, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Await, Button, Choice, Page } from '#web/ui';
import { CheckedChild } from './checked-child.tsx';
import { useWords } from './messages.ts';

const states = ['open', 'doubtful', 'refusalProposed', 'refused', 'confirmed'] as const;

/** What lists could not decide, both sides beside one another; masked, because a decision needs the difference and not the person. */
export function CheckingPage() {
  const words = useWords();
  const text = useText();
  const view = useView();
  const { round = '' } = useParams();
  const state = states.find((one) => one === view.read('state')) ?? 'open';
  const after = view.read('after');
  const params = { area: view.area, round };
  const asked = useAnswer('admission.checking', { params, query: { state, ...(after === '' ? {} : { after }) } });
  const { data: now } = useAnswer('admission.boardRound', { params });
  return (
    <Await asked={asked}>
      {({ rows, next, total }) => (
        <Page title={words.title} subject={now === undefined ? undefined : text(now.name)}>
          <Answer>{total === 0 ? words.none : words.answer(numberText(total))}</Answer>
          <p>
            <Choice
              label={words.show}
              value={state}
              options={states.map((value) => ({ value, label: words.states[value] }))}
              onChange={(chosen) => view.change({ state: chosen, after: null })}
            />
          </p>
          {rows.map((row) => (
            <CheckedChild
              key={`${row.child} ${row.check}`}
              area={view.area}
              round={round}
              row={row}
              categories={now?.categories ?? []}
              isOpen={now?.state === 'checking'}
            />
          ))}
          {next === null ? null : <Button onClick={() => view.change({ after: next }, 'push')}>{words.next}</Button>}
        </Page>
      )}
    </Await>
  );
}
