import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { IndicatorPage as IndicatorAnswer, IndicatorSchool } from '#contracts/balance';
import { fileAddress } from '#web/api';
import { ChartFrame, LorenzCurve, OrderedDots } from '#web/charts';
import {
  fixedText,
  numberText,
  schoolYearText,
  shareText,
  useCommon,
  useLanguage,
  useText,
  valueBesideLine,
} from '#web/locale';
import { useView } from '#web/shell';
import {
  Answer,
  Button,
  ButtonLink,
  DataTable,
  Failure,
  Notice,
  Page,
  Picker,
  Section,
  type ShownColumn,
  Skeleton,
  StatusMark,
} from '#web/ui';
import { Background } from './background.tsx';
import { useWords } from './messages.ts';
import { SchoolTable } from './school-table.tsx';
import { useIndicator } from './use-indicator.ts';
import { commonLine } from './view-model.ts';

function IndicatorHeadline({ answer }: { readonly answer: IndicatorAnswer }) {
  const words = useWords();
  const text = useText();
  const { counts, coefficient, indicator } = answer;
  if (counts.schools === 0) return <Answer>{words.noSchools}</Answer>;
  const sentence = [
    words.answer(numberText(counts.below), numberText(counts.schools)),
    coefficient
      ? words.coefficient(
          valueBesideLine(coefficient.coefficientOfVariation, coefficient.limit, 3),
          numberText(coefficient.limit, 3, 2),
        )
      : '',
  ];
  const details = [
    coefficient ? words.mean(numberText(coefficient.mean, indicator.decimals), text(indicator.unit)) : '',
    counts.noData > 0 ? words.noData(numberText(counts.noData)) : '',
  ];
  const failing = counts.below > 0 || coefficient?.verdict === 'notMet';
  return (
    <Answer detail={details.filter(Boolean).join(words.separator)}>
      <StatusMark status={failing ? 'notMet' : counts.noData === counts.schools ? 'noData' : 'met'} />
      {sentence.filter(Boolean).join(words.separator)}
      {words.end}
    </Answer>
  );
}

function Pictures({ answer }: { readonly answer: IndicatorAnswer }) {
  const words = useWords();
  const text = useText();
  const view = useView();
  const navigate = useNavigate();
  const { indicator, coefficient } = answer;
  const dots = useMemo(
    () => answer.schools.map((school) => ({ ...school, key: school.unit, size: school.pupils })),
    [answer.schools],
  );
  const dotColumns: readonly ShownColumn<IndicatorSchool>[] = [
    { key: 'name', title: words.school, value: (row) => row.name },
    {
      key: 'value',
      title: words.value,
      unit: text(indicator.unit),
      kind: 'number',
      decimals: indicator.decimals,
      value: (row) => row.value,
    },
    { key: 'pupils', title: words.pupils, kind: 'number', decimals: 0, value: (row) => row.pupils },
  ];
  const lorenzColumns: readonly ShownColumn<IndicatorAnswer['lorenz'][number]>[] = [
    {
      key: 'pupils',
      title: words.pupilShare,
      kind: 'number',
      value: (row) => row.pupilShare,
      render: (row) => shareText(row.pupilShare),
    },
    {
      key: 'resource',
      title: words.resourceShare,
      kind: 'number',
      value: (row) => row.resourceShare,
      render: (row) => shareText(row.resourceShare),
    },
  ];
  return (
    <div className="jh-columns">
      <Section title={words.dots} hint={words.dotsHint}>
        <ChartFrame
          table={
            <DataTable
              id="d"
              caption={words.dots}
              rows={answer.schools}
              columns={dotColumns}
              rowKey={(row) => row.unit}
              pageSize={20}
            />
          }
        >
          <OrderedDots
            label={`${text(indicator.name)}: ${words.dots}`}
            dots={dots}
            line={commonLine(answer.schools)}
            lineLabel={words.line}
            mean={coefficient?.mean ?? null}
            meanLabel={words.countyMean}
            unit={text(indicator.unit)}
            sizeLabel={words.pupils}
            decimals={indicator.decimals}
            onPick={(unit) => {
              const school = answer.schools.find((candidate) => candidate.unit === unit);
              if (school) void navigate(view.href('schools', unit, { stage: answer.stage }, school.county));
            }}
          />
        </ChartFrame>
      </Section>
      <Section title={words.lorenz} hint={words.lorenzHint(fixedText(answer.gini, 3))}>
        <ChartFrame
          table={
            <DataTable
              id="l"
              caption={words.lorenz}
              rows={answer.lorenz}
              columns={lorenzColumns}
              rowKey={(row) => `${row.pupilShare}:${row.resourceShare}`}
              pageSize={20}
              search={false}
            />
          }
        >
          <LorenzCurve
            label={`${text(indicator.name)}: ${words.lorenz}`}
            points={answer.lorenz}
            pupilsLabel={words.pupilShare}
            resourceLabel={words.resourceShare}
            equalLabel={words.equal}
          />
        </ChartFrame>
      </Section>
    </div>
  );
}

export function IndicatorPage() {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const view = useView();
  const navigate = useNavigate();
  const { language } = useLanguage();
  const { overview, asked, page } = useIndicator();
  if (page === undefined) {
    if (asked.error) return <Failure error={asked.error} onRetry={() => void asked.refetch()} />;
    if (overview.data?.coefficients.length === 0) {
      return (
        <Notice alone kind="empty" title={words.emptyTitle}>
          <p>{words.empty}</p>
        </Notice>
      );
    }
    return <Skeleton rows={10} />;
  }
  const choices = overview.data?.indicators ?? [page.indicator];
  return (
    <Page
      title={`${text(page.indicator.name)} · ${common.stages[page.stage]}`}
      subject={`${page.area.name} · ${schoolYearText(page.schoolYear, language)}`}
      actions={
        <>
          <Picker
            label={words.choose}
            value={page.indicator.id}
            options={choices.map((indicator) => ({ value: indicator.id, label: text(indicator.name) }))}
            onChange={(id) => void navigate(view.href('indicators', id, { stage: page.stage }))}
          />
          {page.stages.length > 1 ? (
            <Picker
              label={words.stage}
              value={page.stage}
              options={page.stages.map((stage) => ({ value: stage, label: common.stages[stage] }))}
              onChange={(stage) => void navigate(view.href('indicators', page.indicator.id, { stage }))}
            />
          ) : null}
          <ButtonLink
            file={fileAddress('balance.evidence', {
              params: { area: page.area.code },
              query: {
                indicator: page.indicator.id,
                stage: page.stage,
                year: page.schoolYear,
                standard: page.standard.id,
              },
            })}
          >
            {words.evidence}
          </ButtonLink>
          <Button onClick={() => window.print()}>{common.actions.print}</Button>
        </>
      }
    >
      <IndicatorHeadline answer={page} />
      <Pictures answer={page} />
      <SchoolTable answer={page} />
      <Background answer={page} />
    </Page>
  );
}
