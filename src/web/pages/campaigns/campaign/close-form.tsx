import TextArea from 'antd/es/input/TextArea';
import { useId, useState } from 'react';
import { useAct } from '#web/api';
import { useCommon } from '#web/locale';
import { Button, InlineProblem, Section } from '#web/ui';
import { useWords } from './messages.ts';

/** Ends a campaign with its summary, and with the reason where schools were not visited. */
export function CloseForm({
  area,
  campaign,
  planned,
  onClose,
}: {
  readonly area: string;
  readonly campaign: string;
  readonly planned: number;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const { actions } = useCommon();
  const id = useId();
  const act = useAct('campaigns.close');
  const [summary, setSummary] = useState('');
  const [reason, setReason] = useState('');
  return (
    <Section title={words.close} hint={words.closeHint}>
      <form
        className="jh-form"
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate({ params: { area, campaign }, body: { summary, reason } }, { onSuccess: onClose });
        }}
      >
        <label htmlFor={`${id}-summary`}>
          {words.summary}
          <TextArea
            id={`${id}-summary`}
            rows={4}
            value={summary}
            onChange={(event) => setSummary(event.target.value)}
          />
        </label>
        {planned === 0 ? null : (
          <label htmlFor={`${id}-reason`}>
            {words.reason}
            <TextArea id={`${id}-reason`} rows={4} value={reason} onChange={(event) => setReason(event.target.value)} />
          </label>
        )}
        <div className="jh-actions">
          <Button
            type="submit"
            look="strong"
            busy={act.isPending}
            disabled={summary.trim().length < 2 || (planned > 0 && reason.trim() === '')}
          >
            {words.close}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {actions.cancel}
          </Button>
        </div>
        <InlineProblem error={act.error} />
      </form>
    </Section>
  );
}
