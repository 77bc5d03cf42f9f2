import { useMemo } from 'react';
import { Link } from 'react-router';
import type { SchoolStageRow } from '#contracts/seats';
import { useAnswer } from '#web/api';
import { type ListColumn, LongList } from '#web/lists';
import { noValue, numberText, shareText, useCommon } from '#web/locale';
import {
  AlarmMark,
  ElsewhereLinks,
  gapText,
  readScenario,
  ScenarioChoice,
  SeatsRefused,
  spanText,
  useSeatsWords,
} from '#web/pages/seats/seats-words';
import { useView } from '#web/shell';
import { Answer, Await, isRefusedAs, Page, Section } from '#web/ui';
import { useWords } from './messages.ts';

const yearsToGap = 3;

function useColumns(): readonly ListColumn<SchoolStageRow>[] {
  const words = useWords();
  const shared = useSeatsWords();
  const { stages } = useCommon();
  const view = useView();
  return useMemo(() => {
    const later = (row: SchoolStageRow) => row.years[yearsToGap - 1];
    return [
      {
        key: 'name',
        title: shared.school,
        wide: true,
        value: (row) => row.name,
        render: (row) => <Link to={view.href('schools', row.unit)}>{row.name}</Link>,
      },
      { key: 'stage', title: shared.stage, facet: (row) => row.stage, value: (row) => stages[row.stage] },
      { key: 'place', title: shared.place, facet: (row) => row.place.code, value: (row) => row.place.name },
      { key: 'pupils', title: shared.pupils, kind: 'number', decimals: 0, width: 8, value: (row) => row.pupils },
      { key: 'seats', title: shared.seats, kind: 'number', decimals: 0, value: (row) => row.seats },
      {
        key: 'use',
        title: words.use,
        kind: 'number',
        value: (row) => row.use,
        render: (row) => shareText(row.use, 0),
      },
      {
        key: 'binds',
        title: words.binds,
        width: 13,
        facet: (row) => row.binds,
        value: (row) => words.limits[row.binds] + (row.binds === 'rooms' && row.roomsAssumed ? words.assumed : ''),
      },
      {
        key: 'later',
        title: words.later(String(yearsToGap)),
        width: 12,
        kind: 'number',
        value: (row) => later(row)?.gap ?? null,
        render: (row) =>
          row.verdict === 'projected' ? gapText(later(row)?.gap ?? null, shared) : words.verdicts[row.verdict],
      },
      {
        key: 'alarm',
        title: words.state,
        facet: (row) => row.alarm,
        value: (row) => shared.alarms[row.alarm],
        render: (row) => (row.verdict === 'projected' ? <AlarmMark alarm={row.alarm} /> : noValue),
      },
      {
        key: 'first',
        title: shared.firstShort,
        value: (row) => spanText(row.firstShort),
      },
      {
        key: 'largest',
        title: words.largestClass,
        kind: 'number',
        decimals: 0,
        value: (row) => row.largestClass,
      },
      {
        key: 'risk',
        title: words.risk,
        facet: (row) => row.classRisk,
        value: (row) => words.risks[row.classRisk],
      },
      ...(['rooms', 'area', 'staffing', 'licence'] as const).map(
        (limit): ListColumn<SchoolStageRow> => ({
          key: limit,
          title: words.seatsBy[limit],
          kind: 'number',
          decimals: 0,
          extra: true,
          value: (row) => row.byLimit[limit],
        }),
      ),
    ];
  }, [words, shared, stages, view]);
}

/** Every stage of every school: seats, what limits them, and whether they will do. */
export function SeatsSchoolsPage() {
  const words = useWords();
  const view = useView();
  const columns = useColumns();
  const scenario = readScenario(view.read('scenario'));
  const asked = useAnswer('seats.schools', { params: { area: view.area }, query: { scenario } });
  if (isRefusedAs(asked.error, 'seats.notACounty') || isRefusedAs(asked.error, 'seats.noHistory')) {
    return <SeatsRefused error={asked.error} />;
  }
  return (
    <Await asked={asked} rows={12}>
      {({ area, rows, largeClass }) => {
        const over = rows.filter(({ use }) => use !== null && use > 1).length;
        const risky = rows.filter(({ classRisk }) => classRisk !== 'none').length;
        return (
          <Page title={words.title} subject={area.name} actions={<ElsewhereLinks here="schools" />}>
            <Answer detail={words.risky(numberText(risky), numberText(largeClass.value))}>
              {words.answer(numberText(over), numberText(rows.length))}
            </Answer>
            <Section title={words.list} hint={words.listHint}>
              <LongList
                id="s"
                list="seats.schools"
                caption={words.list}
                rows={rows}
                columns={columns}
                rowKey={(row) => `${row.unit} ${row.stage}`}
                filters={<ScenarioChoice />}
                also={['scenario']}
              />
            </Section>
          </Page>
        );
      }}
    </Await>
  );
}
