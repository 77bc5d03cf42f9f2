import type { BulkAnswer, CaseRow } from '#contracts/casework';
import { numberText, useText } from '#web/locale';
import { Banner, DataTable } from '#web/ui';
import { useWords } from './messages.ts';

export interface BulkOutcome {
  readonly answer: BulkAnswer;
  readonly rows: readonly CaseRow[];
}

/** What came of a bulk action: how many were done, and each that was not, with the reason. */
export function Outcome({ answer, rows }: BulkOutcome) {
  const words = useWords();
  const text = useText();
  const refused = answer.outcomes.filter(({ done }) => !done);
  const titles = new Map(rows.map((row) => [row.case, row.title]));
  return (
    <div role="status">
      <Banner
        kind={refused.length === 0 ? 'stale' : 'partial'}
        title={words.outcome(numberText(answer.done), numberText(refused.length))}
      />
      {refused.length === 0 ? null : (
        <DataTable
          id="o"
          caption={words.refused}
          rows={refused}
          columns={[
            { key: 'subject', title: words.subject, value: (row) => titles.get(row.case) ?? row.case },
            { key: 'why', title: words.why, wide: true, value: (row) => (row.refusal ? text(row.refusal) : '') },
            { key: 'remedy', title: words.remedy, wide: true, value: (row) => (row.remedy ? text(row.remedy) : '') },
          ]}
          rowKey={(row) => row.case}
          bare
        />
      )}
    </div>
  );
}
