import { Link } from 'react-router';
import type { FormHead } from '#contracts/forms';
import { useAnswer } from '#web/api';
import { numberText, useCommon, useText } from '#web/locale';
import { useFormWords } from '#web/pages/forms/form-words';
import { useView } from '#web/shell';
import { Answer, Await, ButtonLink, DataTable, Page, Picker, Section, type ShownColumn } from '#web/ui';
import { Course, Made, Offices } from './burden-figures.tsx';
import { useWords } from './messages.ts';

/** Everything that schools are asked to fill in, by whom, on what basis, and the hours it costs them. */
export function FormsPage() {
  const words = useWords();
  const view = useView();
  const unit = view.read('unit');
  const of = { params: { area: view.area }, query: unit === '' ? {} : { unit } };
  const asked = useAnswer('forms.register', of);
  const burden = useAnswer('forms.burden', of);
  return (
    <Await asked={asked}>
      {(register) => (
        <Page
          title={words.title}
          subject={register.unit?.name ?? register.area.name}
          actions={
            register.unit === null ? <ButtonLink to={view.href('forms', 'new')}>{words.ask}</ButtonLink> : undefined
          }
        >
          <Await asked={burden} nested>
            {({ now, rows, offices, months }) => (
              <>
                <Answer detail={words.detail(now.month)}>
                  {rows.length === 0
                    ? words.none
                    : (register.unit === null ? words.answer : words.answerUnit)(
                        numberText(now.perSchool),
                        numberText(rows.length),
                      )}
                </Answer>
                {offices.length === 0 ? null : <Offices offices={offices} />}
                <Course months={months} offices={offices} />
                {rows.length === 0 ? null : <Made rows={rows} area={view.area} />}
              </>
            )}
          </Await>
          <List rows={register.rows} />
        </Page>
      )}
    </Await>
  );
}

function List({ rows }: { readonly rows: readonly FormHead[] }) {
  const words = useWords();
  const shared = useFormWords();
  const text = useText();
  const view = useView();
  const { stages, listSeparator } = useCommon();
  const [origin, state] = [view.read('origin'), view.read('state')];
  const columns: readonly ShownColumn<FormHead>[] = [
    {
      key: 'form',
      title: shared.form,
      wide: true,
      value: (row) => text(row.title),
      render: (row) => <Link to={view.href('forms', row.id, { unit: view.read('unit') })}>{text(row.title)}</Link>,
    },
    { key: 'office', title: shared.office, value: (row) => `${row.area.name} ${text(row.office.name)}` },
    {
      key: 'of',
      title: shared.askedOf.schools,
      value: (row) => row.stages.map((one) => stages[one]).join(listSeparator),
    },
    { key: 'often', title: shared.frequency, value: (row) => shared.frequencies[row.frequency] },
    { key: 'fields', title: shared.fields, kind: 'number', value: (row) => row.fields },
    { key: 'prefilled', title: shared.prefilled, kind: 'number', value: (row) => row.prefilled },
    { key: 'minutes', title: shared.minutes, kind: 'number', value: (row) => row.minutes },
    { key: 'state', title: shared.state, value: (row) => shared.states[row.state] },
  ];
  const choices = (names: Readonly<Record<string, string>>) => [
    { value: '', label: words.all },
    ...Object.entries(names).map(([value, label]) => ({ value, label })),
  ];
  return (
    <Section title={words.list}>
      <DataTable
        id="f"
        pageSize={20}
        caption={words.list}
        rows={rows.filter((row) => (origin === '' || row.origin === origin) && (state === '' || row.state === state))}
        columns={columns}
        rowKey={(row) => row.id}
        filters={
          <>
            <Picker
              label={shared.origin}
              showLabel
              value={origin}
              options={choices(shared.origins)}
              onChange={(to) => view.change({ origin: to })}
            />
            <Picker
              label={shared.state}
              showLabel
              value={state}
              options={choices(shared.states)}
              onChange={(to) => view.change({ state: to })}
            />
          </>
        }
      />
    </Section>
  );
}
