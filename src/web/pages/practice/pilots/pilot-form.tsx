import Input from 'antd/es/input/Input';
import TextArea from 'antd/es/input/TextArea';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAct } from '#web/api';
import { useCommon } from '#web/locale';
import { PlaceFields } from '#web/pages/practice/place-fields';
import { usePracticeWords } from '#web/pages/practice/practice-words';
import { useView } from '#web/shell';
import { Button, InlineProblem, Section } from '#web/ui';
import { useWords } from './messages.ts';

const nothing = { title: '', goal: '', measures: '', fromOn: '', midtermOn: '', untilOn: '' };

/** Applies for a pilot; the reviews follow as acts of its case. */
export function PilotForm({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const shared = usePracticeWords();
  const { actions } = useCommon();
  const view = useView();
  const go = useNavigate();
  const id = useId();
  const act = useAct('practice.applyForPilot');
  const [unit, setUnit] = useState('');
  const [clause, setClause] = useState('A12b');
  const [draft, setDraft] = useState(nothing);
  const put = (key: keyof typeof nothing) => (event: { readonly target: { readonly value: string } }) =>
    setDraft({ ...draft, [key]: event.target.value });
  const day = (key: 'fromOn' | 'midtermOn' | 'untilOn', label: string) => (
    <label htmlFor={`${id}-${key}`}>
      {label}
      <Input id={`${id}-${key}`} type="date" value={draft[key]} onChange={put(key)} />
    </label>
  );
  const long = (key: 'goal' | 'measures', label: string) => (
    <label htmlFor={`${id}-${key}`}>
      {label}
      <TextArea id={`${id}-${key}`} rows={3} value={draft[key]} onChange={put(key)} />
    </label>
  );
  return (
    <Section title={words.apply} hint={words.emptyHint}>
      <form
        className="jh-form"
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate(
            { params: { area: view.area }, body: { ...draft, clause, unit: unit === '' ? null : unit } },
            { onSuccess: (made) => void go(`/cases/practice.pilot/${made.case}`) },
          );
        }}
      >
        <label htmlFor={`${id}-title`}>
          {shared.name}
          <Input id={`${id}-title`} maxLength={200} value={draft.title} onChange={put('title')} />
        </label>
        <PlaceFields unit={unit} clause={clause} onUnit={setUnit} onClause={setClause} />
        {long('goal', words.goal)}
        {long('measures', words.measures)}
        {day('fromOn', words.from)}
        {day('midtermOn', words.midterm)}
        {day('untilOn', words.until)}
        <div className="jh-actions">
          <Button
            type="submit"
            look="strong"
            busy={act.isPending}
            disabled={Object.values(draft).some((one) => one.trim() === '')}
          >
            {words.apply}
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
