import { Link } from 'react-router';
import type { Gap, Overview } from '#contracts/balance';
import { moneyText, numberText, useCommon, useLanguage, useText } from '#web/locale';
import { useView } from '#web/shell';
import { ButtonLink, DataTable, Section, type ShownColumn } from '#web/ui';
import { useWords } from './messages.ts';
import { dearestFirst, hasCosts, ofStage } from './view-model.ts';

const fenInTenThousandYuan = 1_000_000;

/** What all schools together lack, indicator by indicator, the dearest first. */
export function Gaps({ overview }: { readonly overview: Overview }) {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const view = useView();
  const { language } = useLanguage();
  const nameOf = (gap: Gap) => {
    const indicator = overview.indicators.find((candidate) => candidate.id === gap.indicator);
    return indicator ? text(indicator.name) : gap.indicator;
  };
  const columns: readonly ShownColumn<Gap>[] = [
    {
      key: 'indicator',
      title: words.indicator,
      value: nameOf,
      render: (gap) => <Link to={view.href('indicators', gap.indicator, { stage: gap.stage })}>{nameOf(gap)}</Link>,
    },
    { key: 'stage', title: words.stage, value: (gap) => common.stages[gap.stage] },
    {
      key: 'schools',
      title: words.schoolsBelow,
      kind: 'number',
      value: (gap) => gap.schools,
      render: (gap) => (
        <Link
          className="jh-number"
          to={view.href('indicators', gap.indicator, { stage: gap.stage, 's.sort': 'amountShort-' })}
        >
          {numberText(gap.schools)}
        </Link>
      ),
    },
    { key: 'amount', title: words.amountShort, kind: 'number', decimals: 0, value: (gap) => gap.amountShort },
    { key: 'resource', title: words.resource, value: (gap) => text(gap.resource) },
    ...(hasCosts(overview.gaps)
      ? [
          {
            key: 'cost',
            title: words.cost,
            unit: words.costUnit,
            kind: 'number',
            decimals: 1,
            value: (gap: Gap) => (gap.costFen === null ? null : gap.costFen / fenInTenThousandYuan),
          } as const,
        ]
      : []),
  ];
  const gaps = dearestFirst([...ofStage(overview.gaps, view.stage)]);
  const together = gaps.reduce((sum, gap) => sum + (gap.costFen ?? 0), 0);
  return (
    <Section
      title={words.gaps}
      hint={
        hasCosts(gaps) ? `${words.gapsTogether(moneyText(together, language))} ${words.gapsHint}` : words.gapsHintPlain
      }
    >
      <DataTable
        id="g"
        caption={words.gaps}
        rows={gaps}
        columns={columns}
        rowKey={(gap) => `${gap.indicator}:${gap.stage}`}
        search={false}
        empty={<p className="jh-hint">{words.noGaps}</p>}
        actions={<ButtonLink to={view.href('plan')}>{words.toPlan}</ButtonLink>}
      />
    </Section>
  );
}
