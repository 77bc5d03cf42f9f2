import { useState } from 'react';
import type { BoardRound } from '#contracts/admission';
import { useAct } from '#web/api';
import { Button, Field, InlineProblem, Picker, Section } from '#web/ui';
import { useWords } from './messages.ts';

/** A correction of one published result, which follows it with its reason. */
export function Correction({ round }: { readonly round: BoardRound }) {
  const words = useWords();
  const correct = useAct('admission.correct');
  const [token, setToken] = useState('');
  const [school, setSchool] = useState('');
  const [reason, setReason] = useState('');
  return (
    <Section title={words.correct} hint={words.correctHint}>
      <form
        className="jh-question"
        onSubmit={(event) => {
          event.preventDefault();
          const body = { token, school: school === '' ? null : school, reason, seenSeq: round.seq };
          correct.mutate({ params: { area: round.area.code, round: round.id }, body });
        }}
      >
        <Field label={words.token} value={token} onChange={setToken} />
        <p>
          <Picker
            label={words.toSchool}
            showLabel
            value={school}
            options={[
              { value: '', label: words.noSchool },
              ...round.schools.map(({ unit, name }) => ({ value: unit, label: name })),
            ]}
            onChange={setSchool}
          />
        </p>
        <Field label={words.reason} value={reason} onChange={setReason} />
        <p>
          <Button type="submit" busy={correct.isPending} disabled={token === '' || reason.trim().length < 4}>
            {words.publishCorrection}
          </Button>
        </p>
        <InlineProblem error={correct.error} />
      </form>
    </Section>
  );
}
