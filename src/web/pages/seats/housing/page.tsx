import { useState } from 'react';
import type { HousingProject } from '#contracts/seats';
import { useAct, useAnswer } from '#web/api';
import { numberText, useCommon } from '#web/locale';
import { ElsewhereLinks, SeatsRefused, useSeatsWords } from '#web/pages/seats/seats-words';
import { useView } from '#web/shell';
import {
  Answer,
  Await,
  Button,
  DataTable,
  InlineProblem,
  isRefusedAs,
  Page,
  ReasonDialog,
  Section,
  type Status,
  StatusMark,
} from '#web/ui';
import { useWords } from './messages.ts';
import { type StepRow, stepRows } from './view-model.ts';

const statusOfStep: Readonly<Record<StepRow['state'], Status>> = {
  done: 'met',
  doneLate: 'near',
  late: 'notMet',
  waiting: 'noData',
};

function Steps({ rows, today }: { readonly rows: readonly HousingProject[]; readonly today: string }) {
  const words = useWords();
  const shared = useSeatsWords();
  const { stages } = useCommon();
  const view = useView();
  const [asked, setAsked] = useState<StepRow | null>(null);
  const record = useAct('seats.recordStep');
  return (
    <Section title={words.steps} hint={words.stepsHint}>
      <InlineProblem error={record.error} />
      <DataTable
        id="t"
        caption={words.steps}
        rows={stepRows(rows)}
        rowKey={(row) => `${row.housing} ${row.stage} ${row.step}`}
        columns={[
          { key: 'name', title: words.project, wide: true, value: (row) => row.name },
          { key: 'stage', title: shared.stage, value: (row) => stages[row.stage] },
          { key: 'step', title: words.step, value: (row) => words.stepNames[row.step] },
          { key: 'due', title: words.due, value: (row) => row.dueOn },
          { key: 'done', title: words.done, value: (row) => row.doneOn ?? '' },
          {
            key: 'state',
            title: words.state,
            value: (row) => words.states[row.state],
            render: (row) => (
              <span className={`jh-cell-status jh-${statusOfStep[row.state]}`}>
                <StatusMark status={statusOfStep[row.state]} size={9} />
                {words.states[row.state]}
              </span>
            ),
          },
          {
            key: 'act',
            title: words.act,
            value: () => '',
            render: (row) =>
              row.doneOn === null ? (
                <Button look="quiet" disabled={record.isPending} onClick={() => setAsked(row)}>
                  {words.record}
                </Button>
              ) : null,
          },
        ]}
      />
      {asked === null ? null : (
        <ReasonDialog
          title={words.recordTitle(asked.name, words.stepNames[asked.step])}
          label={words.basis}
          hint={words.recordHint(today)}
          confirm={words.record}
          busy={record.isPending}
          onConfirm={(reason) =>
            record.mutate(
              {
                params: { area: view.area, housing: asked.housing },
                body: { stage: asked.stage, step: asked.step, doneOn: today, reason },
              },
              { onSettled: () => setAsked(null) },
            )
          }
          onClose={() => setAsked(null)}
        />
      )}
    </Section>
  );
}

/** Schools that housing projects owe: whether design, building, acceptance and hand-over keep pace with the homes. */
export function SeatsHousingPage() {
  const words = useWords();
  const shared = useSeatsWords();
  const view = useView();
  const asked = useAnswer('seats.housing', { params: { area: view.area } });
  if (isRefusedAs(asked.error, 'seats.notACounty')) return <SeatsRefused error={asked.error} />;
  return (
    <Await asked={asked} rows={8}>
      {({ area, today, rows }) => {
        const late = rows.reduce((sum, row) => sum + row.late, 0);
        const behind = rows.filter(({ behindHomes }) => behindHomes).length;
        return (
          <Page title={words.title} subject={area.name} actions={<ElsewhereLinks here="housing" />}>
            <Answer detail={rows.length === 0 ? null : words.behind(numberText(behind))}>
              {rows.length === 0 ? words.none : words.answer(numberText(rows.length), numberText(late))}
            </Answer>
            {rows.length === 0 ? null : (
              <>
                <Section title={words.projects}>
                  <DataTable
                    id="h"
                    caption={words.projects}
                    bare
                    rows={rows}
                    rowKey={(row) => row.id}
                    columns={[
                      { key: 'name', title: words.project, wide: true, value: (row) => row.name },
                      { key: 'place', title: shared.place, value: (row) => row.place.name },
                      { key: 'homes', title: words.homes, kind: 'number', decimals: 0, value: (row) => row.homes },
                      {
                        key: 'phases',
                        title: words.phases,
                        value: (row) =>
                          row.phases
                            .map(({ homes, handedOverOn }) => words.phase(numberText(homes), handedOverOn))
                            .join('；'),
                      },
                      { key: 'seats', title: words.owed, kind: 'number', decimals: 0, value: (row) => row.seats },
                      { key: 'late', title: words.late, kind: 'number', decimals: 0, value: (row) => row.late },
                      {
                        key: 'behind',
                        title: words.behindHomes,
                        value: (row) => (row.behindHomes ? words.yes : words.no),
                        render: (row) =>
                          row.behindHomes ? (
                            <span className="jh-cell-status jh-notMet">
                              <StatusMark status="notMet" size={9} />
                              {words.yes}
                            </span>
                          ) : (
                            words.no
                          ),
                      },
                    ]}
                  />
                </Section>
                <Steps rows={rows} today={today} />
              </>
            )}
          </Page>
        );
      }}
    </Await>
  );
}
