import Checkboxes from 'antd/es/checkbox/Group';
import Input from 'antd/es/input/Input';
import TextArea from 'antd/es/input/TextArea';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import type { FormDetail, RegisterAnswer } from '#contracts/forms';
import { useAct } from '#web/api';
import { numberText, useCommon, useText } from '#web/locale';
import { useFormWords } from '#web/pages/forms/form-words';
import { useView } from '#web/shell';
import { Answer, Button, InlineProblem, Page, Picker } from '#web/ui';
import { CheckedTable } from './checked-table.tsx';
import { draftOf, frequencies, sourcesOf, stageIds } from './draft.ts';
import { useWords } from './messages.ts';
import { useKnownFields } from './use-known-fields.ts';
import { checkedFields, countClashes, fieldNames } from './view-model.ts';

/** Its label stands beside the box, not above it. */
const inARow = { display: 'inline-flex' } as const;

/** Across both columns of the form. */
const whole = { gridColumn: '1 / -1' } as const;

/** A form written down and held against what is known while one types; `again` = a returned request, changed and sent again. */
export function RequestForm({
  register: { area, offices },
  again,
}: {
  readonly register: RegisterAnswer;
  readonly again: FormDetail | null;
}) {
  const words = useWords();
  const shared = useFormWords();
  const text = useText();
  const common = useCommon();
  const view = useView();
  const go = useNavigate();
  const id = useId();
  const act = useAct('forms.request');
  const resubmit = useAct('casework.act');
  const [draft, setDraft] = useState(() => draftOf(again));
  const [lines, setLines] = useState(() => (again?.fieldRows ?? []).map(({ name }) => name.zh).join('\n'));
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(() => sourcesOf(again));
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
  const send = () => {
    const { title, ...rest } = draft;
    const said = {
      ...rest,
      stages: [...draft.stages],
      minutes: Number(draft.minutes),
      fields: fields.map(({ name, chosen: from }) => ({ name, source: from?.key ?? null })),
    };
    const shown = (form: string) => void go(view.href('forms', form));
    if (again === null || again.case === null) {
      act.mutate({ params: { area: view.area }, body: { title, ...said } }, { onSuccess: (made) => shown(made.id) });
    } else {
      const params = { kind: 'forms.request', case: again.case, action: 'resubmit' };
      resubmit.mutate({ params, body: { fields: said } }, { onSuccess: () => shown(again.id) });
    }
  };
  return (
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
        {line('untilOn', shared.noted(words.until, words.untilHint), 'date')}
        <fieldset style={whole}>
          <legend>{shared.stages}</legend>
          <Checkboxes
            options={stageIds.map((value) => ({ value, label: common.stages[value], style: inARow }))}
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
        <InlineProblem error={act.error ?? resubmit.error} />
        <p>
          <Button
            type="submit"
            look="strong"
            busy={act.isPending || resubmit.isPending}
            disabled={!isWhole || fields.length === 0 || known === null || clashes > 0 || draft.stages.length === 0}
          >
            {words.send}
          </Button>
        </p>
      </form>
    </Page>
  );
}
