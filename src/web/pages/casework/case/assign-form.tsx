import { useState } from 'react';
import type { CaseDetail } from '#contracts/casework';
import { useAct, useAnswer } from '#web/api';
import { Await, Button, InlineProblem, Picker, Section } from '#web/ui';
import { useWords } from './messages.ts';

interface Props {
  readonly detail: CaseDetail;
  readonly onClose: () => void;
}

/** Puts a case into a colleague's hands, also when it is in another's. */
export function AssignForm({ detail, onClose }: Props) {
  const words = useWords();
  const colleagues = useAnswer('people.colleagues', {});
  const act = useAct('casework.act');
  const [to, setTo] = useState('');
  return (
    <Section title={detail.assignee === null ? words.assign : words.reassign(detail.assignee)}>
      <Await asked={colleagues}>
        {({ rows }) => {
          const chosen = rows.find(({ person }) => person === to) ?? rows[0];
          if (chosen === undefined) return <p className="jh-hint">{words.noColleagues}</p>;
          return (
            <form
              className="jh-form"
              onSubmit={(event) => {
                event.preventDefault();
                const params = { kind: detail.kind, case: detail.case, action: 'assign' };
                act.mutate(
                  { params, body: { fields: { to: chosen.person }, seenSeq: detail.seq } },
                  { onSuccess: onClose },
                );
              }}
            >
              <Picker
                label={words.colleague}
                showLabel
                value={chosen.person}
                options={rows.map(({ person, name, post }) => ({ value: person, label: `${name} ${post}`.trim() }))}
                onChange={setTo}
              />
              <InlineProblem error={act.error} />
              <p>
                <Button look="strong" type="submit" busy={act.isPending}>
                  {words.assign}
                </Button>{' '}
                <Button look="quiet" onClick={onClose}>
                  {words.cancel}
                </Button>
              </p>
            </form>
          );
        }}
      </Await>
    </Section>
  );
}
