import type { Comparison, ComparisonRow } from '#contracts/balance';
import { useAnswer } from '#web/api';
import { ChartFrame, TrendLines } from '#web/charts';
import { fixedText, numberText, schoolYearText, useCommon, useLanguage } from '#web/locale';
import { useView } from '#web/shell';
import {
  Answer,
  Await,
  Button,
  Choice,
  DataTable,
  Notice,
  Page,
  Picker,
  Section,
  type ShownColumn,
  StatusMark,
  useIndicatorName,
} from '#web/ui';
import { HeatTable } from './heat-table.tsx';
import { useWords } from './messages.ts';
import { useRowName } from './use-row-name.ts';
import { type Basis, bases, quantities, slipping, worstRow } from './view-model.ts';

type Between = Comparison['between'][number];

function ComparisonHeadline({ comparison }: { readonly comparison: Comparison }) {
  const words = useWords();
  const common = useCommon();
  const rowName = useRowName(comparison.by);
  const worst = worstRow(comparison.rows);
  const fallen = slipping(comparison.rows).slice(0, 3);
  const detail = [
    fallen.length > 0 ? words.slipping(fallen.map((row) => rowName(row)).join(common.listSeparator)) : '',
    words.rankHint,
  ].filter(Boolean);
  return (
    <Answer detail={detail.join(' · ')}>
      <StatusMark status={worst ? 'notMet' : 'met'} />
      {worst
        ? words.worst(rowName(worst), numberText(worst.coefficientsOutside), numberText(worst.schoolStagesOutside))
        : words.allFine(numberText(comparison.rows.length))}
    </Answer>
  );
}

function RankSlope({ comparison }: { readonly comparison: Comparison }) {
  const words = useWords();
  const rowName = useRowName(comparison.by);
  const { language } = useLanguage();
  const rows = comparison.rows.filter((row) => row.previousRank !== null).slice(0, 40);
  if (comparison.previousYear === null || rows.length < 2) return null;
  const fallen = new Set(slipping(rows).map((row) => row.key));
  const columns: readonly ShownColumn<ComparisonRow>[] = [
    { key: 'name', title: words.name, value: (row) => rowName(row) },
    { key: 'previous', title: words.previousRank, kind: 'number', value: (row) => row.previousRank },
    { key: 'rank', title: words.rank, kind: 'number', value: (row) => row.rank },
  ];
  return (
    <Section title={words.slope} hint={words.slopeHint}>
      <ChartFrame
        table={<DataTable id="r" caption={words.slope} rows={rows} columns={columns} rowKey={(row) => row.key} bare />}
      >
        <TrendLines
          label={words.slope}
          steps={[schoolYearText(comparison.previousYear, language), schoolYearText(comparison.schoolYear, language)]}
          trends={rows.map((row) => ({
            key: row.key,
            name: rowName(row),
            values: [row.previousRank, row.rank],
            strong: fallen.has(row.key),
          }))}
          decimals={0}
          inverse
          height={Math.max(220, rows.length * 22)}
        />
      </ChartFrame>
    </Section>
  );
}

function BetweenRows({ comparison }: { readonly comparison: Comparison }) {
  const words = useWords();
  const common = useCommon();
  const view = useView();
  const nameOf = useIndicatorName(comparison.indicators);
  const columns: readonly ShownColumn<Between>[] = [
    { key: 'indicator', title: words.indicator, value: (row) => nameOf(row.indicator) },
    { key: 'stage', title: words.stage, value: (row) => common.stages[row.stage] },
    { key: 'rows', title: words.rows, kind: 'number', value: (row) => row.rows },
    { key: 'mean', title: words.mean, kind: 'number', value: (row) => row.mean },
    {
      key: 'coefficient',
      title: words.coefficient,
      kind: 'number',
      value: (row) => row.coefficientOfVariation,
      render: (row) => fixedText(row.coefficientOfVariation, 3),
    },
  ];
  const rows = comparison.between.filter((row) => view.stage === null || row.stage === view.stage);
  if (comparison.rows.length < 2) return null;
  return (
    <Section title={words.between} hint={words.betweenHint}>
      <DataTable
        id="b"
        caption={words.between}
        rows={rows}
        columns={columns}
        rowKey={(row) => `${row.indicator}:${row.stage}`}
        search={false}
      />
    </Section>
  );
}

export function CompareAreasPage() {
  const words = useWords();
  const { actions } = useCommon();
  const view = useView();
  const { language } = useLanguage();
  const by: Basis = bases.find((known) => known === view.read('by')) ?? 'areas';
  const quantity = quantities.find((known) => known === view.read('show')) ?? 'coefficient';
  const asked = useAnswer('balance.comparison', {
    params: { area: view.area },
    query: { by, year: view.year ?? undefined, standard: view.standard ?? undefined },
  });
  const switches = (
    <>
      <Picker
        label={words.by}
        showLabel
        value={by}
        options={bases.map((known) => ({ value: known, label: words.bys[known] }))}
        onChange={(chosen) => view.change({ by: chosen === 'areas' ? null : chosen }, 'push')}
      />
      <Choice
        label={words.show}
        value={quantity}
        options={quantities.map((known) => ({ value: known, label: words.shows[known] }))}
        onChange={(chosen) => view.change({ show: chosen === 'coefficient' ? null : chosen })}
      />
      <Button onClick={() => window.print()}>{actions.print}</Button>
    </>
  );
  return (
    <Await asked={asked} rows={12}>
      {(comparison) => (
        <Page
          title={words.title}
          subject={`${comparison.area.name} · ${schoolYearText(comparison.schoolYear, language)}`}
          actions={switches}
        >
          {comparison.rows.length === 0 ? (
            <Notice kind="empty" title={words.none}>
              <p>{words.noneHint}</p>
            </Notice>
          ) : (
            <>
              <ComparisonHeadline comparison={comparison} />
              <HeatTable comparison={comparison} quantity={quantity} />
              <RankSlope comparison={comparison} />
              <BetweenRows comparison={comparison} />
            </>
          )}
        </Page>
      )}
    </Await>
  );
}
