import { useState } from 'react';
import type { LedgerLine } from '#contracts/ledger';
import { useAct } from '#web/api';
import { LongList } from '#web/lists';
import { moneyText, numberText, schoolYearText, useLanguage, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Await, Banner, Button, InlineProblem, Notice, Page, Section, StatusMark } from '#web/ui';
import { useWords } from './messages.ts';
import { ProjectForm } from './project-form.tsx';
import { useLineColumns } from './use-line-columns.tsx';
import { type LedgerPage as LedgerAnswer, useLines } from './use-lines.ts';

const lineKey = (row: LedgerLine) => `${row.county} ${row.id}`;

function MeasureButton() {
  const words = useWords();
  const view = useView();
  const act = useAct('ledger.measure');
  return (
    <>
      <Button busy={act.isPending} onClick={() => act.mutate({ params: { area: view.area } })}>
        {act.isPending ? words.measuring : words.measure}
      </Button>
      <InlineProblem error={act.error} />
      {act.data ? (
        <span role="status">
          {words.measured(numberText(act.data.opened), numberText(act.data.closed), numberText(act.data.reopened))}
        </span>
      ) : null}
    </>
  );
}

function Lines({ answer }: { readonly answer: LedgerAnswer }) {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  const columns = useLineColumns(answer.area.level !== 'county' && answer.area.level !== 'township');
  const [chosen, setChosen] = useState<readonly LedgerLine[]>([]);
  const { counts, measurements } = answer;
  const year = Math.max(...measurements.map(({ schoolYear }) => schoolYear));
  const standards = [...new Set(measurements.map(({ standardName }) => text(standardName)))];
  const details = [
    counts.bottomLineOpen > 0 ? words.bottomLine(numberText(counts.bottomLineOpen)) : '',
    counts.overdue > 0 ? words.overdue(numberText(counts.overdue)) : '',
    counts.unplanned > 0 ? words.unplanned(numberText(counts.unplanned)) : '',
    words.money(moneyText(counts.openCostFen, language), numberText(counts.withoutCost)),
  ].filter(Boolean);
  return (
    <Page title={words.title} subject={answer.area.name} actions={<MeasureButton />}>
      <Answer detail={details.join(language === 'en' ? '; ' : '；')}>
        <StatusMark status={counts.open > 0 ? 'notMet' : 'met'} />
        {counts.lines === 0 ? words.none : words.answer(numberText(counts.open), numberText(counts.lines))}
      </Answer>
      {answer.rows.length < answer.total ? (
        <Banner kind="partial" title={words.cut(numberText(answer.rows.length), numberText(answer.total))} />
      ) : null}
      {chosen.length === 0 ? null : <ProjectForm lines={chosen} today={answer.today} onClose={() => setChosen([])} />}
      <Section
        title={words.caption}
        hint={`${words.from(schoolYearText(year, language), standards.join(language === 'en' ? ', ' : '、'))}${language === 'en' ? '. ' : '。'}${words.closedBy}`}
      >
        <LongList
          id="l"
          list="conditions.ledger"
          caption={words.caption}
          rows={answer.rows}
          columns={columns}
          rowKey={lineKey}
          renderBulk={(rows) => {
            const free = rows.filter((row) => row.state === 'open' && row.project === null);
            return (
              <Button disabled={free.length === 0} onClick={() => setChosen(free)}>
                {words.choose(numberText(free.length))}
              </Button>
            );
          }}
        />
      </Section>
    </Page>
  );
}

/** What is missing in the schools of an area, who answers for it, and what has become of it. */
export function LedgerListPage() {
  const words = useWords();
  const view = useView();
  const asked = useLines(view.area);
  return (
    <Await asked={asked} rows={16}>
      {(answer) =>
        answer.measurements.length === 0 ? (
          <Page title={words.title} subject={answer.area.name}>
            <Notice kind="empty" title={words.emptyTitle} action={<MeasureButton />}>
              <p>{words.empty}</p>
            </Notice>
          </Page>
        ) : (
          <Lines answer={answer} />
        )
      }
    </Await>
  );
}
