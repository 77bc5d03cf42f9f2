import { Link } from 'react-router';
import type { Burden } from '#contracts/forms';
import { ChartFrame, TrendLines } from '#web/charts';
import { numberText, useText } from '#web/locale';
import { useFormWords } from '#web/pages/forms/form-words';
import { useView } from '#web/shell';
import { DataTable, Section, type ShownColumn } from '#web/ui';
import { useWords } from './messages.ts';

type Office = Burden['offices'][number];
type Row = Burden['rows'][number];
type Month = Burden['months'][number];

/** Hours per school by asking office, as plain bars: nothing here passes or fails. */
export function Offices({ offices }: { readonly offices: readonly Office[] }) {
  const words = useWords();
  const shared = useFormWords();
  const text = useText();
  const most = Math.max(...offices.map(({ perSchool }) => perSchool), Number.MIN_VALUE);
  return (
    <Section title={words.byOffice} hint={words.byOfficeHint}>
      <ChartFrame
        table={
          <DataTable
            id="o"
            caption={words.byOffice}
            bare
            rows={offices}
            rowKey={(row) => row.id}
            columns={[
              { key: 'office', title: shared.office, value: (row) => text(row.name) },
              { key: 'school', title: words.perSchool, kind: 'number', value: (row) => row.perSchool },
              { key: 'hours', title: words.hours, kind: 'number', value: (row) => row.hours },
            ]}
          />
        }
      >
        <ol className="jh-bars" aria-label={words.byOffice}>
          {offices.map(({ id, name, perSchool }) => (
            <li key={id} className="jh-bar">
              <span className="jh-bar-label">{text(name)}</span>
              <span className="jh-bar-track" aria-hidden="true">
                <span
                  className="jh-bar-fill"
                  style={{ width: `${(perSchool / most) * 100}%`, backgroundColor: 'var(--ink-soft)' }}
                />
              </span>
              <span className="jh-bar-figure">{numberText(perSchool)}</span>
            </li>
          ))}
        </ol>
      </ChartFrame>
    </Section>
  );
}

/** Hours per school over the months, all together and by asking office. */
export function Course({
  months,
  offices,
}: {
  readonly months: readonly Month[];
  readonly offices: readonly Office[];
}) {
  const words = useWords();
  const text = useText();
  return (
    <Section title={words.course} hint={words.courseHint}>
      <ChartFrame
        table={
          <DataTable
            id="m"
            caption={words.course}
            bare
            rows={months}
            rowKey={(row) => row.month}
            columns={[
              { key: 'month', title: words.month, value: (row) => row.month },
              { key: 'school', title: words.perSchool, kind: 'number', value: (row) => row.perSchool },
              { key: 'hours', title: words.hours, kind: 'number', value: (row) => row.hours },
              { key: 'schools', title: words.schools, kind: 'number', value: (row) => row.schools },
              ...offices.map(
                ({ id, name, course }): ShownColumn<Month> => ({
                  key: id,
                  title: text(name),
                  kind: 'number',
                  value: (row) => course[months.indexOf(row)] ?? null,
                }),
              ),
            ]}
          />
        }
      >
        <TrendLines
          label={words.course}
          steps={months.map(({ month }) => month)}
          trends={[
            { key: 'all', name: words.perSchool, values: months.map(({ perSchool }) => perSchool), strong: true },
            ...(offices.length < 2
              ? []
              : offices.map(({ id, name, course }) => ({ key: id, name: text(name), values: course }))),
          ]}
          decimals={2}
          height={220}
        />
      </ChartFrame>
    </Section>
  );
}

/** The trace of the figure: form by form, until the sum. */
export function Made({ rows, area }: { readonly rows: readonly Row[]; readonly area: string }) {
  const words = useWords();
  const shared = useFormWords();
  const text = useText();
  const view = useView();
  return (
    <Section title={words.made} hint={words.madeHint}>
      <DataTable
        id="t"
        pageSize={10}
        caption={words.made}
        rows={rows}
        rowKey={(row) => row.form}
        columns={[
          {
            key: 'form',
            title: shared.form,
            wide: true,
            value: (row) => text(row.title),
            render: (row) => (
              <Link to={view.href('forms', row.form, { unit: view.read('unit') }, area)}>{text(row.title)}</Link>
            ),
          },
          { key: 'schools', title: words.schools, kind: 'number', value: (row) => row.schools },
          { key: 'fillings', title: words.fillings, kind: 'number', value: (row) => row.fillings },
          { key: 'minutes', title: shared.minutes, kind: 'number', value: (row) => row.minutes },
          { key: 'hours', title: words.hours, kind: 'number', value: (row) => row.hours },
        ]}
      />
    </Section>
  );
}
