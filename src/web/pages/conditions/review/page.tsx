import { Link } from 'react-router';
import type { LedgerSummary, MonthlyReview } from '#contracts/ledger';
import { fileAddress, useAnswer } from '#web/api';
import { moneyText, numberText, useLanguage, useText } from '#web/locale';
import { useLedgerWords } from '#web/pages/conditions/ledger-words';
import { useView } from '#web/shell';
import { Answer, Await, DataTable, Page, Picker, Section } from '#web/ui';
import { Areas, Heat } from './areas.tsx';
import { LightMark } from './light-mark.tsx';
import { useWords } from './messages.ts';

function Terms({ summary }: { readonly summary: LedgerSummary }) {
  const words = useWords();
  const name = (term: string) => {
    const [year = '', season] = term.split('-');
    return words.termName(year, season === 'autumn' ? words.autumn : words.spring);
  };
  if (summary.whole.terms.length === 0) return null;
  return (
    <Section title={words.terms}>
      <DataTable
        id="t"
        caption={words.terms}
        bare
        rows={summary.whole.terms}
        rowKey={(row) => row.term}
        columns={[
          { key: 'term', title: words.term, value: (row) => name(row.term) },
          { key: 'opened', title: words.opened, kind: 'number', value: (row) => row.opened },
          { key: 'closed', title: words.closed, kind: 'number', value: (row) => row.closed },
          { key: 'reopened', title: words.reopened, kind: 'number', value: (row) => row.reopened },
          { key: 'open', title: words.openAtEnd, kind: 'number', value: (row) => row.openAtEnd },
        ]}
      />
    </Section>
  );
}

function Debts({ review }: { readonly review: MonthlyReview }) {
  const words = useWords();
  const shared = useLedgerWords();
  const text = useText();
  const view = useView();
  const { language } = useLanguage();
  return (
    <>
      <Section title={words.owes}>
        <DataTable
          id="o"
          caption={words.owes}
          bare
          rows={review.owes}
          rowKey={(row) => row.owner.zh}
          columns={[
            { key: 'owner', title: shared.owner, value: (row) => text(row.owner) },
            { key: 'open', title: words.open, kind: 'number', value: (row) => row.open },
            { key: 'overdue', title: words.overdue, kind: 'number', value: (row) => row.overdue },
            {
              key: 'cost',
              title: shared.cost,
              kind: 'number',
              value: (row) => row.costFen / 100,
              render: (row) => moneyText(row.costFen, language),
            },
          ]}
        />
      </Section>
      <Section title={words.slipped}>
        {review.slipped.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <DataTable
            id="s"
            caption={words.slipped}
            rows={review.slipped}
            rowKey={(row) => `${row.county} ${row.id}`}
            columns={[
              {
                key: 'item',
                title: shared.item,
                wide: true,
                value: (row) => text(row.title),
                render: (row) => <Link to={view.href('ledger', row.id, {}, row.county)}>{text(row.title)}</Link>,
              },
              { key: 'school', title: shared.school, value: (row) => row.name },
              { key: 'due', title: shared.due, value: (row) => row.dueOn },
              { key: 'owner', title: shared.owner, value: (row) => text(row.owner) },
              { key: 'project', title: shared.project, value: (row) => row.project ?? '' },
            ]}
          />
        )}
      </Section>
      <Section title={words.late}>
        {review.late.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <DataTable
            id="m"
            caption={words.late}
            bare
            rows={review.late}
            rowKey={(row) => `${row.project} ${row.what ?? ''}`}
            columns={[
              {
                key: 'project',
                title: shared.project,
                wide: true,
                value: (row) => row.title,
                render: (row) => <Link to={view.href('projects', row.project, {}, row.county)}>{row.title}</Link>,
              },
              { key: 'what', title: words.milestone, value: (row) => row.what ?? words.whole },
              { key: 'due', title: shared.due, value: (row) => row.dueOn },
            ]}
          />
        )}
      </Section>
    </>
  );
}

function Files({ month }: { readonly month: string }) {
  const words = useWords();
  const view = useView();
  const { language } = useLanguage();
  const address = (format: 'docx' | 'pdf') =>
    fileAddress('ledger.reviewFile', {
      params: { area: view.area },
      query: { month, format, language: language === 'en' ? 'en' : 'zh' },
    });
  return (
    <>
      <a href={address('docx')} download>
        {words.docx}
      </a>{' '}
      <a href={address('pdf')} download>
        {words.pdf}
      </a>
    </>
  );
}

function Reviewed({ summary, review }: { readonly summary: LedgerSummary; readonly review: MonthlyReview }) {
  const words = useWords();
  const text = useText();
  const view = useView();
  const shared = useLedgerWords();
  const { language } = useLanguage();
  const { moved, projects } = review;
  const { counts, lit } = summary.whole;
  return (
    <Page
      title={words.title}
      subject={`${review.area.name} · ${review.month}`}
      actions={<Files month={review.month} />}
    >
      <Answer detail={words.lit(shared.lights[lit.light], text(lit.rule))}>
        <LightMark light={lit.light} /> {words.answer(numberText(counts.open), numberText(counts.overdue))}
      </Answer>
      <Section
        title={words.moved}
        actions={
          <Picker
            label={words.month}
            value={review.month}
            options={review.months.map((month) => ({ value: month, label: month }))}
            onChange={(month) => view.change({ month })}
          />
        }
      >
        <p>
          {words.movedText(
            numberText(moved.opened),
            numberText(moved.closed),
            numberText(moved.reopened),
            numberText(moved.accepted),
            moneyText(moved.paidFen, language),
          )}
        </p>
        <p>
          {words.projectsText(
            numberText(projects.projects),
            moneyText(projects.fundsFen, language),
            moneyText(projects.paidFen, language),
            numberText(projects.linesClosed),
            numberText(projects.lines),
          )}
        </p>
      </Section>
      {summary.rows.length === 0 ? null : <Areas summary={summary} review={review} />}
      <Heat summary={summary} />
      <Terms summary={summary} />
      <Debts review={review} />
      <Section title={words.rules} hint={text(summary.rulesSource)}>
        <ul>
          {summary.rules.map(({ light, rule }) => (
            <li key={rule.zh}>
              <LightMark light={light} /> {text(rule)}
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

/** What a monthly review looks at: what moved, what slipped, who owes; area by area with its light. */
export function ReviewPage() {
  const view = useView();
  const month = view.read('month') || undefined;
  const summary = useAnswer('ledger.summary', { params: { area: view.area } });
  const review = useAnswer('ledger.review', { params: { area: view.area }, query: { month } });
  return (
    <Await asked={summary} rows={12}>
      {(whole) => (
        <Await asked={review} rows={12}>
          {(answer) => <Reviewed summary={whole} review={answer} />}
        </Await>
      )}
    </Await>
  );
}
