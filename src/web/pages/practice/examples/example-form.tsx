import Input from 'antd/es/input/Input';
import TextArea from 'antd/es/input/TextArea';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ExampleBody } from '#contracts/practice';
import { useAct } from '#web/api';
import { useCommon } from '#web/locale';
import { type CaseFiles, FilesField } from '#web/pages/casework/case';
import { PlaceFields } from '#web/pages/practice/place-fields';
import { usePracticeWords } from '#web/pages/practice/practice-words';
import { useView } from '#web/shell';
import { Button, InlineProblem, Section } from '#web/ui';
import { MeasureFields } from './measure-fields.tsx';
import { useWords } from './messages.ts';

const nothing = { title: '', problem: '', practice: '', effect: '' };

/** Proposes an example with its evidence; review and publication follow as acts of its case. */
export function ExampleForm({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const shared = usePracticeWords();
  const { actions } = useCommon();
  const view = useView();
  const go = useNavigate();
  const id = useId();
  const act = useAct('practice.proposeExample');
  const [unit, setUnit] = useState('');
  const [clause, setClause] = useState('A12e');
  const [draft, setDraft] = useState(nothing);
  const [measuredBy, setMeasuredBy] = useState<ExampleBody['measuredBy']>(null);
  const [files, setFiles] = useState<CaseFiles>([]);
  const long = (key: 'problem' | 'practice' | 'effect', label: string) => (
    <label htmlFor={`${id}-${key}`}>
      {label}
      <TextArea
        id={`${id}-${key}`}
        rows={3}
        value={draft[key]}
        onChange={(event) => setDraft({ ...draft, [key]: event.target.value })}
      />
    </label>
  );
  return (
    <Section title={words.propose} hint={words.emptyHint}>
      <form
        className="jh-form"
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate(
            {
              params: { area: view.area },
              body: { ...draft, clause, unit: unit === '' ? null : unit, measuredBy, files: [...files] },
            },
            { onSuccess: (made) => void go(`/cases/practice.example/${made.case}`) },
          );
        }}
      >
        <label htmlFor={`${id}-title`}>
          {shared.name}
          <Input
            id={`${id}-title`}
            maxLength={200}
            value={draft.title}
            onChange={(event) => setDraft({ ...draft, title: event.target.value })}
          />
        </label>
        <PlaceFields unit={unit} clause={clause} onUnit={setUnit} onClause={setClause} />
        {long('problem', shared.problem)}
        {long('practice', shared.practice)}
        {long('effect', shared.effect)}
        <MeasureFields value={measuredBy} onChange={setMeasuredBy} />
        <FilesField
          detail={{ area: view.area, unit: unit === '' ? null : unit }}
          files={files}
          evidence={1}
          onChange={setFiles}
        />
        <div className="jh-actions">
          <Button
            type="submit"
            look="strong"
            busy={act.isPending}
            disabled={files.length === 0 || Object.values(draft).some((one) => one.trim().length < 2)}
          >
            {words.propose}
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
