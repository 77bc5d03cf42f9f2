import { useState } from 'react';
import { Link } from 'react-router';
import type { Finding, Findings } from '#contracts/balance';
import { useAct } from '#web/api';
import { numberText, schoolYearText, useCommon, useLanguage, useText } from '#web/locale';
import { useView } from '#web/shell';
import {
  Answer,
  Await,
  Button,
  ButtonLink,
  DataTable,
  InlineProblem,
  Page,
  Picker,
  ReasonDialog,
  Section,
  type ShownColumn,
  StatusMark,
} from '#web/ui';
import { useWords } from './messages.ts';
import { useFindings } from './use-findings.ts';
import { chooseFindings, gravestFirst } from './view-model.ts';

const states = ['open', 'explained', 'accepted'] as const;
const gravityMark = { grave: 'notMet', check: 'near', hint: 'noData' } as const;

interface Asking {
  readonly finding: Finding;
  readonly state: 'explained' | 'accepted';
}

function useFindingColumns(onAsk: (asking: Asking) => void, onReopen: (finding: Finding) => void) {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const view = useView();
  const columns: readonly ShownColumn<Finding>[] = [
    {
      key: 'school',
      title: words.school,
      value: (row) => row.unit?.name ?? words.county,
      render: (row) =>
        row.unit ? (
          <Link to={view.href('schools', row.unit.unit, {}, row.unit.county)}>{row.unit.name}</Link>
        ) : (
          words.county
        ),
    },
    {
      key: 'gravity',
      title: words.gravity,
      value: (row) => words.gravities[row.gravity],
      render: (row) => (
        <span className={`jh-verdict jh-${gravityMark[row.gravity]}`}>
          <StatusMark status={gravityMark[row.gravity]} /> {words.gravities[row.gravity]}
        </span>
      ),
    },
    {
      key: 'found',
      title: words.found,
      wide: true,
      value: (row) => [row.stage ? common.stages[row.stage] : '', text(row.message)].filter(Boolean).join(' · '),
      render: (row) => (
        <>
          {row.stage ? <span className="jh-quiet">{common.stages[row.stage]} · </span> : null}
          {text(row.message)}
          {row.evidence.length > 0 ? (
            <details>
              <summary className="jh-hint">{words.evidence}</summary>
              <ul>
                {row.evidence.map((one) => (
                  <li key={`${one.label.en}:${one.value}`}>
                    <span className="jh-quiet">{text(one.label)}</span> <span className="jh-number">{one.value}</span>
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
        </>
      ),
    },
    { key: 'remedy', title: words.remedy, wide: true, value: (row) => text(row.remedy) },
    {
      key: 'state',
      title: words.state,
      value: (row) => `${words.states[row.state]}${row.reason ? `: ${row.reason}` : ''}`,
    },
    {
      key: 'answer',
      title: words.answerColumn,
      sortable: false,
      value: () => null,
      render: (row) =>
        row.state === 'open' ? (
          <span className="jh-actions">
            <ButtonLink look="quiet" to={view.href('import')}>
              {words.mend}
            </ButtonLink>
            <Button look="quiet" onClick={() => onAsk({ finding: row, state: 'explained' })}>
              {words.explain}
            </Button>
            <Button look="quiet" onClick={() => onAsk({ finding: row, state: 'accepted' })}>
              {words.accept}
            </Button>
          </span>
        ) : (
          <Button look="quiet" onClick={() => onReopen(row)}>
            {words.reopen}
          </Button>
        ),
    },
  ];
  return columns;
}

function FindingList({ answer }: { readonly answer: Findings }) {
  const words = useWords();
  const text = useText();
  const view = useView();
  const act = useAct('balance.answerFinding');
  const [asking, setAsking] = useState<Asking | null>(null);
  const reply = (finding: Finding, state: Finding['state'], reason: string) =>
    act.mutate(
      {
        params: { area: finding.unit?.county ?? view.area, finding: finding.id },
        query: { year: answer.schoolYear },
        body: { state, reason },
      },
      { onSuccess: () => setAsking(null) },
    );
  const columns = useFindingColumns(setAsking, (finding) => reply(finding, 'open', ''));
  const rule = view.read('rule');
  const state = view.read('state');
  return (
    <Section title={words.findings}>
      <InlineProblem error={act.error} />
      <DataTable
        id="f"
        caption={words.findings}
        rows={gravestFirst(chooseFindings(answer.rows, rule, state))}
        columns={columns}
        rowKey={(row) => row.id}
        filters={
          <>
            <Picker
              label={words.filterRule}
              value={rule}
              options={[
                { value: '', label: `${words.filterRule}: ${words.all}` },
                ...answer.byRule.map((one) => ({
                  value: one.rule,
                  label: `${text(one.name)} (${numberText(one.total)})`,
                })),
              ]}
              onChange={(chosen) => view.change({ rule: chosen })}
            />
            <Picker
              label={words.filterState}
              value={state}
              options={[
                { value: '', label: `${words.filterState}: ${words.all}` },
                ...states.map((known) => ({ value: known, label: words.states[known] })),
              ]}
              onChange={(chosen) => view.change({ state: chosen })}
            />
          </>
        }
      />
      {asking ? (
        <ReasonDialog
          title={asking.state === 'explained' ? words.explainTitle : words.acceptTitle}
          hint={`${text(asking.finding.message)} ${words.reasonHint}`}
          label={words.reason}
          confirm={asking.state === 'explained' ? words.explain : words.accept}
          busy={act.isPending}
          onConfirm={(reason) => reply(asking.finding, asking.state, reason)}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </Section>
  );
}

export function DataQualityPage() {
  const words = useWords();
  const { actions } = useCommon();
  const text = useText();
  const { language } = useLanguage();
  const asked = useFindings();
  return (
    <Await asked={asked} rows={12}>
      {(answer) => (
        <Page
          title={words.title}
          subject={`${answer.area.name} · ${schoolYearText(answer.schoolYear, language)}`}
          actions={<Button onClick={() => window.print()}>{actions.print}</Button>}
        >
          <Answer detail={answer.open > 0 ? words.open(numberText(answer.open)) : null}>
            <StatusMark status={answer.open === 0 ? 'met' : answer.grave > 0 ? 'notMet' : 'near'} />
            {answer.total === 0
              ? words.clean
              : answer.open === 0
                ? words.allAnswered(numberText(answer.total))
                : words.answer(numberText(answer.total), numberText(answer.grave))}
          </Answer>
          {answer.total > 0 ? (
            <>
              <Section title={words.byRule}>
                <DataTable
                  id="r"
                  caption={words.byRule}
                  rows={answer.byRule}
                  columns={[
                    { key: 'rule', title: words.rule, value: (row) => text(row.name) },
                    { key: 'total', title: words.total, kind: 'number', value: (row) => row.total },
                    { key: 'open', title: words.openColumn, kind: 'number', value: (row) => row.open },
                  ]}
                  rowKey={(row) => row.rule}
                  bare
                />
              </Section>
              <FindingList answer={answer} />
            </>
          ) : null}
        </Page>
      )}
    </Await>
  );
}
