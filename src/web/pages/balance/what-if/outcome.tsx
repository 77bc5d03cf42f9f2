import { BarAgainstLimit, ChartFrame, type LimitBar } from '#web/charts';
import { numberText, useCommon, useText, valueBesideLine } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, DataTable, Section, type ShownColumn, StatusMark, statusOf, VerdictTag } from '#web/ui';
import { useWords } from './messages.ts';
import type { TrialBase, TrialState } from './use-trial.ts';
import { type BarPair, type Effect, effectsOf, pairCoefficients, tallyOf } from './view-model.ts';

interface Props {
  readonly base: TrialBase;
  readonly tried: NonNullable<TrialState['tried']>;
  readonly area: number;
}

/** Verdict before and after, in one line. */
export function OutcomeHeadline({ base, tried, area }: Props) {
  const words = useWords();
  const { verdicts, listSeparator } = useCommon();
  const before = tallyOf(base.before, area);
  const after = tallyOf(tried.after, area);
  const sentence =
    tried.after === base.before
      ? words.unchanged(
          numberText(before.coefficientsOutside),
          numberText(before.coefficients),
          numberText(before.schoolStagesOutside),
          numberText(before.schoolStages),
        )
      : [
          before.verdict === after.verdict
            ? verdicts[after.verdict]
            : words.changed(verdicts[before.verdict], verdicts[after.verdict]),
          words.summary(
            numberText(before.coefficientsOutside),
            numberText(after.coefficientsOutside),
            numberText(before.schoolStagesOutside),
            numberText(after.schoolStagesOutside),
          ),
        ].join(listSeparator);
  return (
    <Answer detail={words.local}>
      <StatusMark status={after.verdict} />
      {sentence}
    </Answer>
  );
}

/** The bars of the overview, moving with every change. */
export function OutcomeBars({ base, tried, area }: Props) {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const view = useView();
  const pairs = pairCoefficients(base.before, tried.after, area, view.stage);
  const nameOf = (id: string) => {
    const indicator = base.standard.definition.indicators.find((candidate) => candidate.id === id);
    return indicator ? text(indicator.words) : id;
  };
  const bars = pairs.map(
    (pair): LimitBar => ({
      key: `${pair.indicator}:${pair.stage}`,
      label: nameOf(pair.indicator),
      note: common.stages[pair.stage],
      value: pair.after,
      before: pair.before,
      limit: pair.limit,
      status: statusOf(pair.verdict, pair.after, pair.limit),
      figure: (
        <span className="jh-number">
          {pair.before === pair.after ? '' : `${valueBesideLine(pair.before, pair.limit, 3)} → `}
          {valueBesideLine(pair.after, pair.limit, 3)}
        </span>
      ),
      limitText: `≤ ${numberText(pair.limit, 3, 2)}`,
    }),
  );
  const columns: readonly ShownColumn<BarPair>[] = [
    { key: 'indicator', title: words.indicator, value: (row) => nameOf(row.indicator) },
    { key: 'stage', title: words.stage, value: (row) => common.stages[row.stage] },
    { key: 'before', title: words.before, kind: 'number', decimals: 4, value: (row) => row.before },
    { key: 'after', title: words.after, kind: 'number', decimals: 4, value: (row) => row.after },
    { key: 'limit', title: words.limit, kind: 'number', decimals: 3, value: (row) => row.limit },
  ];
  return (
    <Section title={words.coefficients} hint={words.coefficientsHint}>
      <ChartFrame
        table={
          <DataTable
            id="c"
            caption={words.coefficients}
            rows={pairs}
            columns={columns}
            rowKey={(row) => `${row.indicator}:${row.stage}`}
            search={false}
          />
        }
      >
        <BarAgainstLimit label={words.coefficients} bars={bars} />
      </ChartFrame>
    </Section>
  );
}

/** School-stages that stand differently after the changes. */
export function OutcomeEffects({ base, tried }: Props) {
  const words = useWords();
  const common = useCommon();
  const effects = effectsOf(base.before, tried.after);
  const columns: readonly ShownColumn<Effect>[] = [
    { key: 'school', title: words.school, value: (row) => base.input.units.name[row.unit] ?? '' },
    { key: 'stage', title: words.stage, value: (row) => common.stages[row.stage] },
    {
      key: 'before',
      title: words.before,
      value: (row) => common.verdicts[row.before],
      render: (row) => <VerdictTag status={row.before} />,
    },
    {
      key: 'after',
      title: words.after,
      value: (row) => common.verdicts[row.after],
      render: (row) => <VerdictTag status={row.after} />,
    },
  ];
  return (
    <Section title={words.effects}>
      <DataTable
        id="e"
        caption={words.effects}
        rows={effects}
        columns={columns}
        rowKey={(row) => `${row.unit}:${row.stage}`}
        search={false}
        empty={<p className="jh-hint">{words.noEffects}</p>}
      />
    </Section>
  );
}
