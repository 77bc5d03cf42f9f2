import { useState } from 'react';
import { Link } from 'react-router';
import type { PilotRow } from '#contracts/practice';
import { useAnswer } from '#web/api';
import { numberText, useText } from '#web/locale';
import { usePracticeWords } from '#web/pages/practice/practice-words';
import { useView } from '#web/shell';
import { Answer, Await, Button, DataTable, Notice, Page, type ShownColumn } from '#web/ui';
import { useWords } from './messages.ts';
import { PilotForm } from './pilot-form.tsx';

const runningStates: readonly string[] = ['running', 'midTerm', 'concluding', 'conclusion'];

/** Pilots of an area with everything below it. */
export function PilotsPage() {
  const words = useWords();
  const shared = usePracticeWords();
  const text = useText();
  const view = useView();
  const [applying, setApplying] = useState(false);
  const unit = view.read('unit');
  const asked = useAnswer('practice.pilots', { params: { area: view.area }, query: unit === '' ? {} : { unit } });
  const columns: readonly ShownColumn<PilotRow>[] = [
    {
      key: 'name',
      title: shared.name,
      wide: true,
      value: (row) => row.title,
      render: (row) => <Link to={`/cases/practice.pilot/${row.case}`}>{row.title}</Link>,
    },
    { key: 'place', title: shared.place, value: (row) => row.unit?.name ?? row.area.name },
    { key: 'clause', title: shared.clause, value: (row) => `${row.clause.id} ${text(row.clause.title)}`, wide: true },
    { key: 'state', title: shared.state, value: (row) => text(row.state.name) },
    { key: 'midterm', title: words.midterm, value: (row) => row.midtermOn },
    { key: 'until', title: words.until, value: (row) => row.untilOn },
    {
      key: 'verdict',
      title: words.verdict,
      value: (row) => (row.verdict === null ? null : words.verdicts[row.verdict]),
    },
  ];
  return (
    <Await asked={asked}>
      {({ rows }) => {
        const running = rows.filter(({ state }) => runningStates.includes(state.id)).length;
        const concluded = rows.filter(({ state }) => state.id === 'concluded').length;
        const waiting = rows.filter(({ state }) => !state.isFinal).length - running;
        return (
          <Page
            title={words.title}
            actions={
              <Button look="strong" onClick={() => setApplying(true)}>
                {words.apply}
              </Button>
            }
          >
            {applying ? <PilotForm onClose={() => setApplying(false)} /> : null}
            {rows.length === 0 ? (
              <Notice kind="empty" title={words.empty}>
                <p>{words.emptyHint}</p>
              </Notice>
            ) : (
              <>
                <Answer>{words.answer(numberText(running), numberText(waiting), numberText(concluded))}</Answer>
                <DataTable id="p" caption={words.title} rows={rows} columns={columns} rowKey={(row) => row.case} />
              </>
            )}
          </Page>
        );
      }}
    </Await>
  );
}
