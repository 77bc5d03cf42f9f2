import Input from 'antd/es/input/Input';
import { useId, useState } from 'react';
import { useAct, useAnswer } from '#web/api';
import { useCommon, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Await, Button, InlineProblem, Picker, Section } from '#web/ui';
import { useWords } from './messages.ts';

/** Opens a round: by which guide, called what, until when the schools score themselves. */
export function RoundForm({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { actions } = useCommon();
  const text = useText();
  const view = useView();
  const id = useId();
  const asked = useAnswer('instruments.instruments', {});
  const act = useAct('quality.openRound');
  const [chosen, setChosen] = useState<string>();
  const [title, setTitle] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [thisYear] = useState(() => new Date().getFullYear());
  const schoolYear = view.year ?? thisYear;
  return (
    <Section title={words.open}>
      <Await asked={asked} nested rows={2}>
        {({ rows }) => {
          const guides = rows.filter(({ kind }) => kind === 'rubric');
          const instrument = chosen ?? guides[0]?.id ?? '';
          return (
            <form
              className="jh-form"
              onSubmit={(event) => {
                event.preventDefault();
                act.mutate(
                  {
                    params: { area: view.area },
                    body: { instrument, title: title.trim(), schoolYear, selfDueOn: dueOn },
                  },
                  { onSuccess: onClose },
                );
              }}
            >
              <Picker
                label={words.guide}
                showLabel
                options={guides.map((guide) => ({ value: guide.id, label: text(guide.words) }))}
                value={instrument}
                onChange={setChosen}
              />
              <label htmlFor={`${id}-title`}>
                {words.name}
                <Input
                  id={`${id}-title`}
                  maxLength={120}
                  value={title}
                  onChange={(event) => setTitle(event.target.value)}
                />
              </label>
              <label htmlFor={`${id}-due`}>
                {words.selfDueOn}
                <Input id={`${id}-due`} type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
              </label>
              <div className="jh-actions">
                <Button
                  type="submit"
                  look="strong"
                  busy={act.isPending}
                  disabled={title.trim() === '' || dueOn === '' || instrument === ''}
                >
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
