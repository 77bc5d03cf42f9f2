import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAct, useAnswer } from '#web/api';
import { useCommon, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Await, Button, InlineProblem, Picker, Section } from '#web/ui';
import { useWords } from './messages.ts';

/** An inspection on the spot: which checklist, which school; it opens at once, and from then on also offline. */
export function InspectForm({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { actions } = useCommon();
  const text = useText();
  const view = useView();
  const go = useNavigate();
  const asked = useAnswer('instruments.instruments', {});
  const schools = useAnswer('organization.units', { params: { area: view.area }, query: { limit: 1000 } });
  const act = useAct('instruments.inspect');
  const [chosen, setChosen] = useState<string>();
  const [unit, setUnit] = useState<string>();
  return (
    <Section title={words.inspect} hint={words.inspectHint}>
      <Await asked={asked} nested rows={2}>
        {({ rows }) => {
          const checklists = rows.filter(({ kind }) => kind === 'checklist');
          const checklist = checklists.find((one) => one.id === chosen) ?? checklists[0];
          const fitting = (schools.data?.rows ?? []).filter(({ stages }) =>
            stages.some((stage) => checklist?.stages.includes(stage)),
          );
          const school = fitting.find(({ id }) => id === unit) ?? fitting[0];
          return (
            <form
              className="jh-form"
              onSubmit={(event) => {
                event.preventDefault();
                if (checklist === undefined || school === undefined) return;
                act.mutate(
                  {
                    body: {
                      area: school.county,
                      unit: school.id,
                      instrument: checklist.id,
                      title: `${school.name} ${text(checklist.words)}`,
                    },
                  },
                  { onSuccess: (sheet) => void go(`/sheets/${sheet.area}/${sheet.id}`) },
                );
              }}
            >
              <Picker
                label={words.checklist}
                showLabel
                options={checklists.map(({ id, words: name }) => ({ value: id, label: text(name) }))}
                value={checklist?.id ?? ''}
                onChange={setChosen}
              />
              <Picker
                label={words.school}
                showLabel
                options={fitting.map(({ id, name }) => ({ value: id, label: name }))}
                value={school?.id ?? ''}
                onChange={setUnit}
              />
              <div className="jh-actions">
                <Button
                  type="submit"
                  look="strong"
                  busy={act.isPending}
                  disabled={school === undefined || checklist === undefined}
                >
                  {words.begin}
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
