import type { IndicatorPage, TheilSplit } from '#contracts/balance';
import { fixedText, schoolYearText, shareText, useLanguage, useText } from '#web/locale';
import { DataTable, Section, type ShownColumn } from '#web/ui';
import { useWords } from './messages.ts';
import { betweenShare } from './view-model.ts';

type Year = IndicatorPage['history'][number];

/** What the indicator means, where the differences lie, and how it moved. */
export function Background({ answer }: { readonly answer: IndicatorPage }) {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  const splits: readonly ShownColumn<TheilSplit>[] = [
    { key: 'by', title: words.dimension, value: (row) => words.by[row.by] },
    {
      key: 'within',
      title: words.within,
      kind: 'number',
      value: (row) => row.within,
      render: (row) => fixedText(row.within, 4),
    },
    {
      key: 'between',
      title: words.between,
      kind: 'number',
      value: (row) => row.between,
      render: (row) => fixedText(row.between, 4),
    },
    {
      key: 'total',
      title: words.total,
      kind: 'number',
      value: (row) => row.total,
      render: (row) => fixedText(row.total, 4),
    },
    {
      key: 'share',
      title: words.betweenShare,
      kind: 'number',
      value: betweenShare,
      render: (row) => shareText(betweenShare(row)),
    },
  ];
  const years: readonly ShownColumn<Year>[] = [
    { key: 'year', title: words.year, value: (row) => schoolYearText(row.schoolYear, language) },
    {
      key: 'mean',
      title: words.countyMean,
      kind: 'number',
      value: (row) => row.mean,
      render: (row) => fixedText(row.mean, answer.indicator.decimals),
    },
    {
      key: 'coefficient',
      title: words.coefficientTitle,
      kind: 'number',
      value: (row) => row.coefficientOfVariation,
      render: (row) => fixedText(row.coefficientOfVariation, 3),
    },
    {
      key: 'limit',
      title: words.limit,
      kind: 'number',
      value: (row) => row.limit,
      render: (row) => fixedText(row.limit, 2),
    },
    { key: 'below', title: words.below, kind: 'number', value: (row) => row.below },
  ];
  return (
    <>
      <div className="jh-columns jh-columns-even">
        {answer.theil.length > 0 ? (
          <Section title={words.theil} hint={words.theilHint}>
            <DataTable
              id="t"
              caption={words.theil}
              rows={answer.theil}
              columns={splits}
              rowKey={(row) => row.by}
              bare
            />
          </Section>
        ) : null}
        <Section title={words.history}>
          <DataTable
            id="y"
            caption={words.history}
            rows={answer.history}
            columns={years}
            rowKey={(row) => String(row.schoolYear)}
            bare
          />
        </Section>
      </div>
      <Section title={words.definition}>
        <dl className="jh-facts">
          <dt>{words.formula}</dt>
          <dd>{text(answer.formula)}</dd>
          <dt>{words.counted}</dt>
          <dd>{text(answer.resource)}</dd>
          <dt>{words.clause}</dt>
          <dd>{answer.clause}</dd>
        </dl>
      </Section>
    </>
  );
}
