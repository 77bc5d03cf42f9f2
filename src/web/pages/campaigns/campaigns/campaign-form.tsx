import Input from 'antd/es/input/Input';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAct, useAnswer } from '#web/api';
import { useCommon, useText } from '#web/locale';
import { useCampaignWords } from '#web/pages/campaigns/campaign-words';
import { useView } from '#web/shell';
import { Await, Button, InlineProblem, Picker, Section } from '#web/ui';
import { useWords } from './messages.ts';

const nothing = { title: '', basis: '', fromOn: '', untilOn: '', rectifyBy: '' };

/** Opens a campaign: which checklist, when, until when what is found must be mended. */
export function CampaignForm({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const shared = useCampaignWords();
  const { actions } = useCommon();
  const text = useText();
  const view = useView();
  const go = useNavigate();
  const id = useId();
  const asked = useAnswer('instruments.instruments', {});
  const act = useAct('campaigns.open');
  const [chosen, setChosen] = useState<string>();
  const [draft, setDraft] = useState(nothing);
  const line = (key: keyof typeof nothing, label: string, type = 'text') => (
    <label htmlFor={`${id}-${key}`}>
      {label}
      <Input
        id={`${id}-${key}`}
        type={type}
        maxLength={120}
        value={draft[key]}
        onChange={(event) => setDraft({ ...draft, [key]: event.target.value })}
      />
    </label>
  );
  return (
    <Section title={words.open} hint={words.scopeHint}>
      <Await asked={asked} nested rows={2}>
        {({ rows }) => {
          const checklists = rows.filter(({ kind }) => kind === 'checklist');
          const instrument = chosen ?? checklists[0]?.id ?? '';
          const isWhole = [draft.title, draft.fromOn, draft.untilOn, draft.rectifyBy].every((one) => one.trim() !== '');
          return (
            <form
              className="jh-form"
              onSubmit={(event) => {
                event.preventDefault();
                act.mutate(
                  { params: { area: view.area }, body: { instrument, ...draft } },
                  { onSuccess: (campaign) => void go(view.href('campaigns', campaign.id)) },
                );
              }}
            >
              <Picker
                label={shared.checklist}
                showLabel
                options={checklists.map((one) => ({ value: one.id, label: text(one.words) }))}
                value={instrument}
                onChange={setChosen}
              />
              {line('title', words.name)}
              {line('basis', shared.basis)}
              {line('fromOn', shared.from, 'date')}
              {line('untilOn', shared.until, 'date')}
              {line('rectifyBy', shared.rectifyBy, 'date')}
              <div className="jh-actions">
                <Button type="submit" look="strong" busy={act.isPending} disabled={!isWhole || instrument === ''}>
                  {words.open}
                </Button>
                <Button look="quiet" onClick={onClose}>
                  {actions.cancel}
                </Button>
              </div>
              <InlineProblem error={act.error} />
            </form>
          );
        }}
      </Await>
    </Section>
  );
}
