import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { Finding, Findings } from '#contracts/balance';
import { useAct } from '#web/api';
import { type ListColumn, LongList } from '#web/lists';
import { numberText, schoolYearText, useCommon, useLanguage, useText } from '#web/locale';
import { useView } from '#web/shell';
import {
  Answer,
  Await,
  Banner,
  Button,
  ButtonLink,
  DataTable,
  InlineProblem,
  Page,
  ReasonDialog,
  Section,
  StatusMark,
} from '#web/ui';
import { useWords } from './messages.ts';
import { useFindings } from './use-findings.ts';
import { gravestFirst, whereAnswered } from './view-model.ts';

const gravityMark = { grave: 'notMet', check: 'near', hint: 'noData' } as const;

interface Asking {
  readonly findings: readonly Finding[];
  readonly state: 'explained' | 'accepted';
}

type Rules = Findings['byRule'];

function useFindingColumns(
  rules: Rules,
  onAsk: (asking: Asking) => void,
  onReopen: (finding: Finding) => void,
): readonly ListColumn<Finding>[] {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const view = useView();
  const ruleName = (rule: Finding['rule']) => {
    const known = rules.find((one) => one.rule === rule);
    return known ? text(known.name) : rule;
  };
  return [
    {
      key: 'school',
      title: words.school,
      value: (row) => row.unit?.name ?? row.area?.name ?? words.county,
      render: (row) =>
        row.unit ? (
          <Link to={view.href('schools', row.unit.unit, {}, row.unit.county)}>{row.unit.name}</Link>
        ) : (
          (row.area?.name ?? words.county)
        ),
    },
    {
      key: 'gravity',
      title: words.gravity,
      facet: (row) => row.gravity,
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
              {row.files.map((file, at) => (
                <a key={file} href={`/api/v1/files/${file}/content`} target="_blank" rel="noreferrer">
                  {words.lookAt} {at + 1}{' '}
                </a>
              ))}
            </details>
          ) : null}
          {row.chance ? (
            <p className="jh-hint">
              {words.chance} · {text(row.chance)}
            </p>
          ) : null}
        </>
      ),
    },
    { key: 'rule', title: words.rule, facet: (row) => row.rule, extra: true, value: (row) => ruleName(row.rule) },
    { key: 'remedy', title: words.remedy, wide: true, value: (row) => text(row.remedy) },
    {
      key: 'state',
      title: words.state,
      facet: (row) => row.state,
      value: (row) => `${words.states[row.state]}${row.reason ? `: ${row.reason}` : ''}`,
    },
    {
      key: 'answer',
      title: words.answerColumn,
      sortable: false,
      width: 16,
      value: () => null,
      render: (row) =>
        row.state === 'open' ? (
          <span className="jh-actions">
            <ButtonLink look="quiet" to={view.href('import')}>
              {words.mend}
            </ButtonLink>
            <Button look="quiet" onClick={() => onAsk({ findings: [row], state: 'explained' })}>
              {words.explain}
            </Button>
            <Button look="quiet" onClick={() => onAsk({ findings: [row], state: 'accepted' })}>
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
}

const findingId = (row: Finding) => row.id;

function FindingList({ answer }: { readonly answer: Findings }) {
  const words = useWords();
  const text = useText();
  const view = useView();
  const act = useAct('balance.answerFinding');
  const [asking, setAsking] = useState<Asking | null>(null);
  const reply = async (findings: readonly Finding[], state: Finding['state'], reason: string) => {
    for (const finding of findings) {
      await act.mutateAsync({
        params: { area: whereAnswered(finding, view.area), finding: finding.id },
        query: { year: answer.schoolYear },
        body: { state, reason },
      });
    }
    setAsking(null);
  };
  // What went wrong stands in `act.error`.
  const answerAll = (...given: Parameters<typeof reply>) => void reply(...given).catch(() => undefined);
  const columns = useFindingColumns(answer.byRule, setAsking, (finding) => answerAll([finding], 'open', ''));
  const rows = useMemo(() => gravestFirst(answer.rows), [answer.rows]);
  const [first] = asking?.findings ?? [];
  return (
    <Section title={words.findings} id="findings">
      <InlineProblem error={act.error} />
      <LongList
        id="f"
        list="balance.findings"
        caption={words.findings}
        rows={rows}
        columns={columns}
        rowKey={findingId}
        renderBulk={(chosen) => (
          <>
            <Button onClick={() => setAsking({ findings: chosen, state: 'explained' })}>{words.explain}</Button>
            <Button onClick={() => setAsking({ findings: chosen, state: 'accepted' })}>{words.accept}</Button>
          </>
        )}
      />
      {asking && first ? (
        <ReasonDialog
          title={asking.state === 'explained' ? words.explainTitle : words.acceptTitle}
          hint={`${asking.findings.length === 1 ? text(first.message) : words.several(numberText(asking.findings.length))} ${words.reasonHint}`}
          label={words.reason}
          confirm={asking.state === 'explained' ? words.explain : words.accept}
          busy={act.isPending}
          onConfirm={(reason) => answerAll(asking.findings, asking.state, reason)}
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
  const view = useView();
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
              <Section
                title={words.byRule}
                hint={answer.byRule.some(({ isSignal }) => isSignal) ? words.signalsHint : undefined}
              >
                <DataTable
                  id="r"
                  caption={words.byRule}
                  rows={answer.byRule}
                  columns={[
                    {
                      key: 'rule',
                      title: words.rule,
                      value: (row) => text(row.name),
                      render: (row) => (
                        <Link to={`${view.href('data-quality', '', { 'f.in.rule': row.rule })}#findings`}>
                          {text(row.name)}
                        </Link>
                      ),
                    },
                    {
                      key: 'signal',
                      title: words.signal,
                      value: (row) => (row.isSignal ? words.isSignal : null),
                    },
                    { key: 'total', title: words.total, kind: 'number', value: (row) => row.total },
                    { key: 'open', title: words.openColumn, kind: 'number', value: (row) => row.open },
                  ]}
                  rowKey={(row) => row.rule}
                  bare
                />
              </Section>
              {answer.rows.length < answer.total ? (
                <Banner kind="partial" title={words.cut(numberText(answer.rows.length), numberText(answer.total))} />
              ) : null}
              <FindingList answer={answer} />
            </>
          ) : null}
        </Page>
      )}
    </Await>
  );
}
