import { useState } from 'react';
import { type Answer as AnswerOf, useAct, useAnswer } from '#web/api';
import { schoolYearText, useLanguage } from '#web/locale';
import { useView } from '#web/shell';
import { Button, DataTable, InlineProblem, ReasonDialog, Section, type ShownColumn } from '#web/ui';
import { useWords } from './messages.ts';

type Year = AnswerOf<'organization.years'>['rows'][number];

/** School years: a locked one takes no import until it is opened again, with a reason. */
export function YearLocks() {
  const words = useWords();
  const view = useView();
  const { language } = useLanguage();
  const { data } = useAnswer('organization.years', { params: { area: view.area } });
  const lock = useAct('organization.lockYear');
  const reopen = useAct('organization.reopenYear');
  const [asking, setAsking] = useState<Year | null>(null);
  if (!data || data.rows.length === 0) return null;
  const stateText = { open: words.unlocked, locked: words.locked, mixed: words.mixed };
  const columns: readonly ShownColumn<Year>[] = [
    { key: 'year', title: words.year, value: (row) => schoolYearText(row.year, language) },
    { key: 'state', title: words.state, value: (row) => stateText[row.state] },
    { key: 'facts', title: words.facts, kind: 'number', value: (row) => row.facts },
    { key: 'reason', title: words.lockReason, wide: true, value: (row) => row.history.at(-1)?.reason ?? '' },
    {
      key: 'actions',
      title: words.actions,
      sortable: false,
      value: () => null,
      render: (row) => (
        <Button look="quiet" onClick={() => setAsking(row)}>
          {row.state === 'locked' ? words.reopen : words.lock}
        </Button>
      ),
    },
  ];
  return (
    <Section title={words.yearLocks}>
      <InlineProblem error={lock.error ?? reopen.error} />
      <DataTable
        id="y"
        caption={words.yearLocks}
        rows={data.rows}
        columns={columns}
        rowKey={(row) => String(row.year)}
        bare
      />
      {asking ? (
        <ReasonDialog
          title={(asking.state === 'locked' ? words.reopenTitle : words.lockTitle)(
            schoolYearText(asking.year, language),
          )}
          label={words.lockReason}
          confirm={asking.state === 'locked' ? words.reopen : words.lock}
          busy={lock.isPending || reopen.isPending}
          onConfirm={(reason) =>
            (asking.state === 'locked' ? reopen : lock).mutate(
              { params: { area: view.area, year: asking.year }, body: { reason } },
              { onSettled: () => setAsking(null) },
            )
          }
          onClose={() => setAsking(null)}
        />
      ) : null}
    </Section>
  );
}
