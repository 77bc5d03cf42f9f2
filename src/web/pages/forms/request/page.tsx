import Checkboxes from 'antd/es/checkbox/Group';
import Input from 'antd/es/input/Input';
import TextArea from 'antd/es/input/TextArea';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import type { FormStage, Frequency } from '#contracts/forms';
import { useAct, useAnswer } from '#web/api';
import { numberText, useCommon, useText } from '#web/locale';
import { useFormWords } from '#web/pages/forms/form-words';
import { useView } from '#web/shell';
import { Answer, Await, Button, InlineProblem, Page, Picker } from '#web/ui';
import { CheckedTable } from './checked-table.tsx';
import { useWords } from './messages.ts';
import { useKnownFields } from './use-known-fields.ts';
import { checkedFields, countClashes, fieldNames } from './view-model.ts';

const stageIds: readonly FormStage[] = ['kindergarten', 'primary', 'junior', 'senior', 'special'];
const frequencies = [
  'once',
  'weekly',
  'monthly',
  'quarterly',
  'termly',
  'yearly',
] as const satisfies readonly Frequency[];

/** Across both columns of the form. */
const whole = { gridColumn: '1 / -1' } as const;

interface Draft {
  readonly title: string;
  readonly office: string;
  readonly basis: string;
  readonly why: string;
  readonly frequency: (typeof frequencies)[number];
  readonly stages: readonly FormStage[];
  readonly minutes: string;
  readonly fromOn: string;
  readonly untilOn: string;
}

const nothing: Draft = {
  title: '',
  office: 'education',
  basis: '',
  why: '',
  frequency: 'termly',
  stages: ['primary', 'junior'],
  minutes: '20',
  fromOn: '',
  untilOn: '',
};

/** A new form: written down, held against what is known while one types, sent to the bureau. */
export function RequestPage() {
  const words = useWords();
  const shared = useFormWords();
  const text = useText();
  const common = useCommon();
  const view = useView();
  const go = useNavigate();
  const id = useId();
  const asked = useAnswer('forms.register', { params: { area: view.area }, query: {} });
  const act = useAct('forms.request');
  const [draft, setDraft] = useState(nothing);
  const [lines, setLines] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const names = fieldNames(lines);
  const known = useKnownFields(view.area, names);
  const fields = checkedFields(names, known ?? [], chosen);
  const clashes = countClashes(fields);
  const isWhole = [draft.title, draft.basis, draft.why, draft.fromOn, draft.untilOn].every((one) => one.trim() !== '');
  const line = (key: 'title' | 'basis' | 'why' | 'fromOn' | 'untilOn' | 'minutes', label: string, type = 'text') => (
    <label htmlFor={`${id}-${key}`}>
      {label}
      <Input
        id={`${id}-${key}`}
        type={type}
        value={draft[key]}
        maxLength={key === 'why' ? 1000 : 200}
        onChange={(event) => setDraft({ ...draft, [key]: event.target.value })}
      />
    </label>
  );
  const send = () =>
    act.mutate(
      {
        params: { area: view.area },
        body: {
          ...draft,
          stages: [...draft.stages],
          minutes: Number(draft.minutes),
          fields: fields.map(({ name, chosen: from }) => ({ name, source: from?.key ?? null })),
        },
      },
      { onSuccess: (form) => void go(view.href('forms', form.id)) },
    );
  return (
    <Await asked={asked}>
      {({ area, offices }) => (
        <Page title={words.title} subject={area.name}>
          <Answer>
            {names.length === 0 || known === null
              ? words.answer
              : clashes === 0
                ? words.clean
                : words.clashing(numberText(clashes))}
          </Answer>
          <form
            className="jh-form jh-section"
            onSubmit={(event) => {
              event.preventDefault();
              send();
            }}
          >
            {line('title', words.name)}
            <Picker
              label={shared.office}
              showLabel
              value={draft.office}
              options={offices.map((office) => ({ value: office.id, label: text(office.name) }))}
              onChange={(office) => setDraft({ ...draft, office })}
            />
            {line('basis', words.basis)}
            {line('why', words.why)}
            <Picker
              label={shared.frequency}
              showLabel
              value={draft.frequency}
              options={frequencies.map((value) => ({ value, label: shared.frequencies[value] }))}
              onChange={(frequency) => setDraft({ ...draft, frequency })}
            />
            {line('minutes', shared.minutes, 'number')}
            {line('fromOn', words.from, 'date')}
            {line('untilOn', `${words.until}（${words.untilHint}）`, 'date')}
            <fieldset style={whole}>
              <legend>{shared.stages}</legend>
              <Checkboxes
                options={stageIds.map((value) => ({ value, label: common.stages[value] }))}
                value={[...draft.stages]}
                onChange={(values) => setDraft({ ...draft, stages: stageIds.filter((one) => values.includes(one)) })}
              />
            </fieldset>
            <p>
              <label htmlFor={`${id}-fields`}>{words.fields}</label> <span className="jh-hint">{words.fieldsHint}</span>
              <TextArea
                id={`${id}-fields`}
                autoSize={{ minRows: 4, maxRows: 16 }}
                value={lines}
                onChange={(event) => setLines(event.target.value)}
              />
            </p>
            {fields.length === 0 ? null : (
              <div style={whole}>
                <CheckedTable
                  fields={fields}
                  onChoose={(name, key) => {
                    const next = new Map(chosen);
                    if (key === null) next.delete(name);
                    else next.set(name, key);
                    setChosen(next);
                  }}
                />
              </div>
            )}
            <InlineProblem error={act.error} />
            <p>
              <Button
                type="submit"
                look="strong"
                busy={act.isPending}
                disabled={!isWhole || fields.length === 0 || known === null || clashes > 0 || draft.stages.length === 0}
              >
                {words.send}
              </Button>
            </p>
          </form>
        </Page>
      )}
    </Await>
  );
}
