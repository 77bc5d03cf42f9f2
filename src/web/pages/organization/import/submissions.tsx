import { useState } from 'react';
import { Link } from 'react-router';
import { type Answer as AnswerOf, useAnswer } from '#web/api';
import { type ListColumn, LongList } from '#web/lists';
import { numberText, schoolYearText, useLanguage } from '#web/locale';
import { useAreaName, useView } from '#web/shell';
import { Button, Section, StatusMark } from '#web/ui';
import { useWords } from './messages.ts';
import { missingFirst } from './view-model.ts';

type Submission = AnswerOf<'organization.submissions'>['rows'][number];

/** Who has reported this year and who has not, with a reminder to paste into a message. */
export function Submissions({ year }: { readonly year: number }) {
  const words = useWords();
  const view = useView();
  const { language } = useLanguage();
  const [said, setSaid] = useState('');
  const { data } = useAnswer('organization.submissions', { params: { area: view.area }, query: { year, limit: 1000 } });
  const townshipName = useAreaName(view.area);
  if (!data || data.total === 0) return null;
  const missing = data.rows.filter((row) => !row.submitted);
  const columns: readonly ListColumn<Submission>[] = [
    {
      key: 'name',
      title: words.school,
      value: (row) => row.name,
      render: (row) => <Link to={view.href('schools', row.unit, {}, row.county)}>{row.name}</Link>,
    },
    {
      key: 'township',
      title: words.township,
      facet: (row) => row.township ?? '',
      value: (row) => townshipName(row.township),
    },
    {
      key: 'state',
      title: words.state,
      facet: (row) => (row.submitted ? 'submitted' : 'missing'),
      value: (row) => (row.submitted ? words.submitted : words.missing),
      render: (row) => (
        <span className={`jh-verdict jh-${row.submitted ? 'met' : 'notMet'}`}>
          <StatusMark status={row.submitted ? 'met' : 'notMet'} /> {row.submitted ? words.submitted : words.missing}
        </span>
      ),
    },
    { key: 'facts', title: words.facts, kind: 'number', decimals: 0, value: (row) => row.facts },
  ];
  const title = `${words.submissions} · ${schoolYearText(year, language)}`;
  return (
    <Section
      title={title}
      hint={
        data.missing === 0
          ? words.submissionsDone(numberText(data.total))
          : words.submissionsAnswer(numberText(data.missing), numberText(data.total))
      }
      actions={
        missing.length > 0 ? (
          <>
            <span role="status">{said}</span>
            <Button
              onClick={() => {
                const names = missing.map((row) => row.name).join('\n');
                void navigator.clipboard
                  .writeText(words.reminderText(schoolYearText(year, language), names))
                  .then(() => setSaid(words.reminded));
              }}
            >
              {words.remind}
            </Button>
          </>
        ) : null
      }
    >
      {data.rows.length < data.total ? (
        <p className="jh-hint">{words.submissionsCut(numberText(data.rows.length), numberText(data.total))}</p>
      ) : null}
      <LongList
        id="su"
        list="organization.submissions"
        caption={title}
        rows={missingFirst(data.rows)}
        columns={columns}
        rowKey={(row) => row.unit}
      />
    </Section>
  );
}
