import { useMemo } from 'react';
import { Link } from 'react-router';
import type { SchoolRow } from '#contracts/balance';
import { type ListColumn, LongList } from '#web/lists';
import { numberText, schoolYearText, useCommon, useLanguage, useText, valueBesideLine } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Await, Banner, ButtonLink, Figure, Notice, Page, Section, StatusMark, VerdictTag } from '#web/ui';
import { useWords } from './messages.ts';
import { useSchools } from './use-schools.ts';
import { countSchools, neediestFirst, ofStage } from './view-model.ts';

type SchoolsAnswer = NonNullable<ReturnType<typeof useSchools>['data']>;

function useColumns(answer: SchoolsAnswer): readonly ListColumn<SchoolRow>[] {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const view = useView();
  return useMemo(() => {
    const named = (table: Readonly<Record<string, string>>, key: string | null) =>
      key === null ? '' : (table[key] ?? key);
    return [
      {
        key: 'name',
        title: words.school,
        value: (row) => row.name,
        render: (row) => <Link to={view.href('schools', row.unit, { stage: row.stage }, row.county)}>{row.name}</Link>,
      },
      { key: 'stage', title: words.stage, facet: (row) => row.stage, value: (row) => common.stages[row.stage] },
      {
        key: 'verdict',
        title: words.verdict,
        facet: (row) => row.status,
        value: (row) => common.verdicts[row.status],
        render: (row) => <VerdictTag status={row.status} />,
      },
      {
        key: 'met',
        title: words.met,
        kind: 'number',
        value: (row) => row.met,
        render: (row) => words.of(numberText(row.met), numberText(row.of)),
      },
      { key: 'pupils', title: words.pupils, kind: 'number', decimals: 0, value: (row) => row.pupils },
      ...answer.indicators.map(
        (indicator): ListColumn<SchoolRow> => ({
          key: indicator.id,
          title: text(indicator.name),
          unit: text(indicator.unit),
          kind: 'number',
          decimals: indicator.decimals,
          value: (row) => row.values[indicator.id]?.value ?? null,
          render: (row) => {
            const cell = row.values[indicator.id];
            if (!cell) return null;
            return (
              <span className={`jh-cell-status jh-${cell.status}`}>
                {cell.status === 'met' ? null : <StatusMark status={cell.status} size={9} />}
                <Figure
                  trace={{ of: 'value', indicator: indicator.id, stage: row.stage, unit: row.unit }}
                  what={`${row.name} ${text(indicator.name)} ${common.verdicts[cell.status]}`}
                >
                  {valueBesideLine(cell.value, cell.threshold, indicator.decimals)}
                </Figure>
              </span>
            );
          },
        }),
      ),
      {
        key: 'category',
        title: words.category,
        facet: (row) => row.category ?? '',
        value: (row) => named(common.categories, row.category),
      },
      {
        key: 'ownership',
        title: words.ownership,
        facet: (row) => row.ownership ?? '',
        value: (row) => named(common.ownership, row.ownership),
      },
      {
        key: 'urbanRural',
        title: words.urbanRural,
        facet: (row) => row.urbanRural ?? '',
        value: (row) => named(common.urbanRural, row.urbanRural),
      },
    ];
  }, [answer.indicators, words, common, text, view]);
}

const schoolStageKey = (row: SchoolRow) => `${row.unit}:${row.stage}`;

function SchoolList({ answer }: { readonly answer: SchoolsAnswer }) {
  const words = useWords();
  const common = useCommon();
  const view = useView();
  const { language } = useLanguage();
  const columns = useColumns(answer);
  const rows = useMemo(() => neediestFirst(ofStage(answer.rows, view.stage)), [answer.rows, view.stage]);
  const isCut = answer.rows.length < answer.total;
  const counts = countSchools(answer.counts, view.stage);
  const details = [
    counts.noData > 0 ? words.noData(numberText(counts.noData)) : '',
    counts.excluded > 0 ? words.excluded(numberText(counts.excluded)) : '',
    common.nearMeaning,
  ].filter(Boolean);
  return (
    <Page title={words.title} subject={`${answer.area.name} · ${schoolYearText(answer.schoolYear, language)}`}>
      <Answer detail={details.join(language === 'en' ? '; ' : '；')}>
        <StatusMark status={counts.failing > 0 ? 'notMet' : counts.all > 0 && counts.noData === 0 ? 'met' : 'noData'} />
        {counts.failing === 0 && counts.noData === 0
          ? words.allMet(numberText(counts.all))
          : words.answer(numberText(counts.failing), numberText(counts.all))}
      </Answer>
      {isCut ? (
        <Banner kind="partial" title={words.cut(numberText(answer.rows.length), numberText(answer.total))} />
      ) : null}
      <Section title={words.caption}>
        <LongList
          id="s"
          list="balance.schools"
          caption={words.caption}
          rows={rows}
          columns={columns}
          rowKey={schoolStageKey}
        />
      </Section>
    </Page>
  );
}

export function SchoolsPage() {
  const words = useWords();
  const view = useView();
  const asked = useSchools();
  return (
    <Await asked={asked} rows={16}>
      {(answer) =>
        answer.rows.length === 0 ? (
          <Page title={words.title} subject={answer.area.name}>
            <Notice
              kind="empty"
              title={words.emptyTitle}
              action={
                <ButtonLink look="strong" to={view.href('import')}>
                  {words.emptyAction}
                </ButtonLink>
              }
            >
              <p>{words.empty}</p>
            </Notice>
          </Page>
        ) : (
          <SchoolList answer={answer} />
        )
      }
    </Await>
  );
}
