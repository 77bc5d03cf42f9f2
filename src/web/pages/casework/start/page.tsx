import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { type Answer, useAct, useAnswer } from '#web/api';
import { useText } from '#web/locale';
import { FieldInput, readForm, type Typed } from '#web/pages/casework/case';
import { useView } from '#web/shell';
import { Await, Button, Field, InlineProblem, Notice, Page, Picker, Section } from '#web/ui';
import { useWords } from './messages.ts';

/** Opens a case of a kind that the reader may start, for a school or for the area itself. */
export function StartPage() {
  const words = useWords();
  const asked = useAnswer('casework.kinds', {});
  return (
    <Await asked={asked}>
      {({ rows }) => {
        const kinds = rows.filter(({ mayStart }) => mayStart);
        return (
          <Page title={words.title}>
            {kinds.length === 0 ? (
              <Notice kind="empty" title={words.none}>
                {words.noneHint}
              </Notice>
            ) : (
              <StartForm kinds={kinds} />
            )}
          </Page>
        );
      }}
    </Await>
  );
}

type Kind = Answer<'casework.kinds'>['rows'][number];

function StartForm({ kinds }: { readonly kinds: readonly Kind[] }) {
  const words = useWords();
  const text = useText();
  const view = useView();
  const go = useNavigate();
  const { area } = view;
  const units = useAnswer('organization.units', { params: { area }, query: { limit: 1000 } });
  const act = useAct('casework.open');
  const [chosen, setChosen] = useState('');
  const [unit, setUnit] = useState('');
  const [title, setTitle] = useState('');
  const [typed, setTyped] = useState<Typed>({});
  const [wrong, setWrong] = useState<string | null>(null);
  const [requestKey] = useState(() => crypto.randomUUID());
  const kind = kinds.find((one) => one.kind === chosen) ?? kinds[0];
  if (kind === undefined) return null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const read = readForm(kind.open.fields, typed);
    setWrong(title.trim() === '' ? words.subjectMissing : read.ok ? null : words.fieldWrong(text(read.field.title)));
    if (title.trim() === '' || !read.ok) return;
    act.mutate(
      {
        params: { kind: kind.kind },
        body: { area, title, fields: read.values, requestKey, ...(unit === '' ? {} : { unit }) },
      },
      { onSuccess: (opened) => void go(`/cases/${kind.kind}/${opened.case}`) },
    );
  };
  return (
    <Section title={text(kind.title)}>
      <form className="jh-form jh-case-form" noValidate onSubmit={send}>
        {kinds.length > 1 ? (
          <Picker
            label={words.kind}
            showLabel
            value={kind.kind}
            options={kinds.map((one) => ({ value: one.kind, label: text(one.title) }))}
            onChange={setChosen}
          />
        ) : null}
        <Picker
          label={words.where}
          showLabel
          value={unit}
          options={[
            { value: '', label: words.wholeArea },
            ...(units.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setUnit}
        />
        <Field label={words.subject} value={title} onChange={setTitle} />
        {kind.open.fields.map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            value={typed[field.name] ?? ''}
            onChange={(value) => setTyped({ ...typed, [field.name]: value })}
          />
        ))}
        {wrong === null ? null : (
          <p className="jh-problem" role="alert">
            {wrong}
          </p>
        )}
        <InlineProblem error={act.error} />
        <div className="jh-actions jh-field-wide">
          <Button look="strong" type="submit" busy={act.isPending}>
            {text(kind.open.title)}
          </Button>
        </div>
      </form>
    </Section>
  );
}
