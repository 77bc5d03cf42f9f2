import { useState } from 'react';
import type { Me } from '#contracts/people';
import { useAct, useAnswer } from '#web/api';
import { instantText, numberText, useText } from '#web/locale';
import { Button, InlineProblem, ReasonDialog, Section } from '#web/ui';
import { useWords } from './messages.ts';

/** Roles that may be taken at one's own place for some hours, with a reason. */
export function Emergencies({ me }: { readonly me: Me }) {
  const words = useWords();
  const text = useText();
  const [asking, setAsking] = useState<string | null>(null);
  const { data } = useAnswer('people.roles', {});
  const take = useAct('people.takeEmergency');
  const at = me.home?.unit ? 'unit' : 'area';
  const roles = (data?.rows ?? []).filter((role) => role.emergencyHours !== null && role.at === at);
  if (roles.length === 0) return null;
  return (
    <Section title={words.emergencyTitle} hint={words.emergencyHint}>
      <div className="jh-actions">
        {roles.map((role) => (
          <Button key={role.id} onClick={() => setAsking(role.id)}>
            {words.emergency(text(role.name), numberText(role.emergencyHours ?? 0))}
          </Button>
        ))}
      </div>
      <InlineProblem error={take.error} />
      {take.data ? (
        <p role="status">{words.taken(text(take.data.role.name), instantText(take.data.until ?? ''))}</p>
      ) : null}
      {asking === null ? null : (
        <ReasonDialog
          title={words.emergencyTitle}
          label={words.emergencyReason}
          hint={words.emergencyHint}
          confirm={words.emergencyTitle}
          onClose={() => setAsking(null)}
          onConfirm={(reason) => {
            setAsking(null);
            take.mutate({ body: { role: asking, reason } });
          }}
        />
      )}
    </Section>
  );
}
