import { Fragment } from 'react';
import { useParams } from 'react-router';
import type { FormDetail } from '#contracts/forms';
import { useAnswer } from '#web/api';
import { numberText, useCommon, useText } from '#web/locale';
import { useFormWords } from '#web/pages/forms/form-words';
import { useView } from '#web/shell';
import { Answer, Await, ButtonLink, DataTable, Page, Section } from '#web/ui';
import { useWords } from './messages.ts';

/** One form: who asks it, on what basis and what for, and where each of its fields comes from. */
export function FormPage() {
  const view = useView();
  const unit = view.read('unit');
  const { form = '' } = useParams();
  const asked = useAnswer('forms.form', { params: { area: view.area, form }, query: unit === '' ? {} : { unit } });
  return <Await asked={asked}>{(detail) => <Form detail={detail} />}</Await>;
}

function Form({ detail }: { readonly detail: FormDetail }) {
  const words = useWords();
  const shared = useFormWords();
  const text = useText();
  const view = useView();
  const { stages, listSeparator } = useCommon();
  const facts: readonly (readonly [string, string])[] = [
    [shared.area, `${detail.area.name} ${text(detail.office.name)}`],
    [shared.basis, text(detail.basis)],
    ...(detail.why === '' ? [] : [[words.why, detail.why] as const]),
    [
      shared.stages,
      shared.noted(shared.askedOf[detail.askedOf], detail.stages.map((stage) => stages[stage]).join(listSeparator)),
    ],
    [shared.frequency, shared.frequencies[detail.frequency]],
    [shared.minutes, shared.noted(numberText(detail.minutes), shared[detail.minutesAre])],
    ...(detail.fromOn === null || detail.untilOn === null
      ? []
      : [[words.term, words.termText(detail.fromOn, detail.untilOn)] as const]),
  ];
  return (
    <Page
      title={text(detail.title)}
      subject={`${shared.origins[detail.origin]} · ${shared.states[detail.state]}`}
      actions={
        detail.case === null ? undefined : (
          <>
            {detail.state === 'returned' ? (
              <ButtonLink to={view.href('forms', 'new', { again: detail.id }, detail.area.code)}>
                {words.again}
              </ButtonLink>
            ) : null}
            <ButtonLink to={`/cases/forms.request/${detail.case}`}>{words.openCase}</ButtonLink>
          </>
        )
      }
    >
      <Answer detail={detail.note === null ? undefined : text(detail.note)}>
        {words.answer(numberText(detail.fields), numberText(detail.prefilled))}
      </Answer>
      <dl className="jh-facts">
        {facts.map(([name, said]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </Fragment>
        ))}
      </dl>
      <Section title={words.fields}>
        <DataTable
          id="n"
          caption={words.fields}
          rows={detail.fieldRows.map((row, at) => ({ ...row, at }))}
          rowKey={(row) => String(row.at)}
          columns={[
            { key: 'name', title: words.name, wide: true, value: (row) => text(row.name) },
            {
              key: 'source',
              title: words.source,
              wide: true,
              value: (row) => (row.source === null ? words.typed : words.from(text(row.source.where))),
            },
          ]}
        />
      </Section>
    </Page>
  );
}
