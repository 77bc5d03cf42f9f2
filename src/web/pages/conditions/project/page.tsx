import { Link, useParams } from 'react-router';
import type { ProjectAnswer } from '#contracts/ledger';
import { useAnswer } from '#web/api';
import { instantText, moneyText, numberText, useLanguage, useText } from '#web/locale';
import { useLedgerWords } from '#web/pages/conditions/ledger-words';
import { useView } from '#web/shell';
import { Answer, Await, ButtonLink, DataTable, Page, Section, StatusMark } from '#web/ui';
import { useWords } from './messages.ts';

function Lines({ answer }: { readonly answer: ProjectAnswer }) {
  const words = useWords();
  const shared = useLedgerWords();
  const text = useText();
  const view = useView();
  const { language } = useLanguage();
  return (
    <Section title={words.lines} hint={words.waiting}>
      <DataTable
        id="l"
        caption={words.lines}
        rows={answer.lines}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'item',
            title: shared.item,
            wide: true,
            value: (row) => text(row.title),
            render: (row) => <Link to={view.href('ledger', row.id, {}, row.county)}>{text(row.title)}</Link>,
          },
          { key: 'school', title: shared.school, value: (row) => row.name },
          {
            key: 'state',
            title: shared.state,
            value: (row) => shared.states[row.state],
            render: (row) => (
              <span className="jh-cell-status">
                <StatusMark
                  status={row.state === 'closed' ? 'met' : row.state === 'open' ? 'notMet' : 'notApplicable'}
                  size={9}
                />
                {shared.states[row.state]}
              </span>
            ),
          },
          {
            key: 'shortfall',
            title: shared.shortfall,
            value: (row) =>
              row.state === 'open' ? shared.shortBy(numberText(row.shortfall, 1), text(row.resource)) : '',
          },
          {
            key: 'planned',
            title: words.planned,
            kind: 'number',
            value: (row) => (row.costInProject === null ? null : row.costInProject / 100),
            render: (row) => moneyText(row.costInProject, language),
          },
        ]}
      />
    </Section>
  );
}

function Money({ answer }: { readonly answer: ProjectAnswer }) {
  const words = useWords();
  const { language } = useLanguage();
  const money = (fen: number) => moneyText(fen, language);
  return (
    <>
      {answer.funds.length === 0 ? null : (
        <Section title={words.funds} hint={answer.overReason === '' ? undefined : words.over(answer.overReason)}>
          <DataTable
            id="f"
            caption={words.funds}
            bare
            rows={answer.funds}
            rowKey={(row) => `${row.source} ${row.year}`}
            columns={[
              { key: 'source', title: words.source, value: (row) => row.source },
              { key: 'year', title: words.year, value: (row) => String(row.year) },
              {
                key: 'amount',
                title: words.amount,
                kind: 'number',
                value: (row) => row.amountFen / 100,
                render: (row) => money(row.amountFen),
              },
            ]}
          />
        </Section>
      )}
      {answer.outlays.length === 0 ? null : (
        <Section title={words.outlays}>
          <DataTable
            id="o"
            caption={words.outlays}
            bare
            rows={answer.outlays}
            rowKey={(row) => String(row.seq)}
            columns={[
              { key: 'on', title: words.on, value: (row) => row.on },
              { key: 'kind', title: words.kind, value: (row) => words.kinds[row.kind] },
              { key: 'number', title: words.number, value: (row) => row.number },
              { key: 'party', title: words.party, value: (row) => row.party },
              {
                key: 'amount',
                title: words.amount,
                kind: 'number',
                value: (row) => row.amountFen / 100,
                render: (row) => money(row.amountFen),
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}

function Milestones({ answer }: { readonly answer: ProjectAnswer }) {
  const words = useWords();
  const isOver = answer.project.state === 'accepted' || answer.project.state === 'cancelled';
  if (answer.milestones.length === 0) return null;
  return (
    <Section title={words.milestones}>
      <DataTable
        id="m"
        caption={words.milestones}
        bare
        rows={answer.milestones}
        rowKey={(row) => String(row.seq)}
        columns={[
          { key: 'title', title: words.milestone, value: (row) => row.title },
          {
            key: 'due',
            title: words.dueOn,
            value: (row) =>
              row.doneOn === null && !isOver && row.dueOn < answer.today ? `${row.dueOn} ${words.late}` : row.dueOn,
          },
          { key: 'done', title: words.doneOn, value: (row) => row.doneOn ?? '' },
        ]}
      />
    </Section>
  );
}

function History({ answer }: { readonly answer: ProjectAnswer }) {
  const words = useWords();
  const text = useText();
  return (
    <Section title={words.history}>
      <DataTable
        id="h"
        caption={words.history}
        bare
        rows={answer.history.toReversed()}
        rowKey={(row) => String(row.seq)}
        columns={[
          { key: 'at', title: words.at, value: (row) => instantText(row.at) },
          { key: 'action', title: words.action, value: (row) => text(row.title) },
          { key: 'by', title: words.by, value: (row) => row.by },
          { key: 'comment', title: words.comment, wide: true, value: (row) => row.comment },
          { key: 'files', title: words.files, value: (row) => row.files.map(({ name }) => name).join('、') },
        ]}
      />
    </Section>
  );
}

/** One project: its lines and what the figures say of them, its money, its days, and what was done. */
export function ProjectPage() {
  const words = useWords();
  const shared = useLedgerWords();
  const view = useView();
  const { language } = useLanguage();
  const { project: id = '' } = useParams();
  const asked = useAnswer('ledger.project', { params: { area: view.area, project: id } });
  return (
    <Await asked={asked}>
      {(answer) => {
        const { project } = answer;
        const perClosed =
          project.fenPerClosed === null
            ? words.noneClosed
            : `${words.perClosed} ${moneyText(project.fenPerClosed, language)} (${words.perClosedTrace(moneyText(project.paidFen, language), numberText(project.linesClosed))})`;
        const details = [
          shared.projectStates[project.state],
          words.money(moneyText(project.fundsFen, language), moneyText(project.costFen, language)),
          perClosed,
          answer.dueOn === null ? '' : words.due(answer.dueOn),
        ].filter(Boolean);
        return (
          <Page
            title={project.title}
            subject={project.countyName}
            actions={
              <ButtonLink look="strong" to={`/cases/ledger.project/${project.county}-${project.id}`}>
                {words.handle}
              </ButtonLink>
            }
          >
            <Answer detail={details.join(language === 'en' ? '; ' : '；')}>
              <StatusMark status={project.linesClosed === project.lines ? 'met' : 'notMet'} />
              {words.answer(numberText(project.linesClosed), numberText(project.lines))}
            </Answer>
            <Lines answer={answer} />
            <Money answer={answer} />
            <Milestones answer={answer} />
            <History answer={answer} />
          </Page>
        );
      }}
    </Await>
  );
}
