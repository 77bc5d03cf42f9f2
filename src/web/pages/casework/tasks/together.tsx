import { useState } from 'react';
import type { BulkAnswer, CaseRow } from '#contracts/casework';
import { useAct } from '#web/api';
import { numberText, useText } from '#web/locale';
import { Button, InlineProblem, ReasonDialog } from '#web/ui';
import { useWords } from './messages.ts';
import { type TogetherAction, togetherActions } from './view-model.ts';

interface Props {
  readonly rows: readonly CaseRow[];
  readonly onDone: (answer: BulkAnswer, rows: readonly CaseRow[]) => void;
}

/** Buttons for the chosen rows; each does one thing to all of them. */
export function Together({ rows, onDone }: Props) {
  const words = useWords();
  const text = useText();
  const act = useAct('casework.actOnEach');
  const [asking, setAsking] = useState<TogetherAction | null>(null);
  const run = ({ kind, action }: TogetherAction, comment: string) => {
    const cases = rows.map((row) => ({ case: row.case, seenSeq: row.seq }));
    const body = { cases, ...(comment === '' ? {} : { comment }) };
    act.mutate({ params: { kind, action }, body }, { onSuccess: (answer) => onDone(answer, rows) });
  };
  return (
    <>
      {togetherActions(rows).map((action) => (
        <Button
          key={action.action}
          busy={act.isPending && act.variables.params.action === action.action}
          onClick={() => (action.needsReason ? setAsking(action) : run(action, ''))}
        >
          {words.together(text(action.title), numberText(rows.length))}
        </Button>
      ))}
      <InlineProblem error={act.error} />
      {asking === null ? null : (
        <ReasonDialog
          title={words.together(text(asking.title), numberText(rows.length))}
          label={words.reason}
          confirm={words.confirm}
          onClose={() => setAsking(null)}
          onConfirm={(reason) => {
            setAsking(null);
            run(asking, reason);
          }}
        />
      )}
    </>
  );
}
