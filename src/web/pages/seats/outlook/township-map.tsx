import type { ChainStageName, SeatsOverview } from '#contracts/seats';
import { ChartFrame, PointMap } from '#web/charts';
import { numberText, schoolYearText, shareText, useLanguage } from '#web/locale';
import { AlarmMark, gapText, statusOfAlarm, useSeatsWords } from '#web/pages/seats/seats-words';
import { useView } from '#web/shell';
import { DataTable, Section, StatusMark } from '#web/ui';
import { useWords } from './messages.ts';
import { placesIn } from './view-model.ts';

interface Props {
  readonly overview: SeatsOverview;
  readonly stage: ChainStageName;
  readonly stageName: string;
  readonly year: number;
}

const alarms = ['short', 'tight', 'enough'] as const;

/** Every township where it lies, as its seats will stand in the year of the slider. */
export function TownshipMap({ overview, stage, stageName, year }: Props) {
  const words = useWords();
  const shared = useSeatsWords();
  const view = useView();
  const { language } = useLanguage();
  const places = placesIn(overview, stage, year);
  const years = overview.stages.find((one) => one.stage === stage)?.years.map((one) => one.year) ?? [];
  const points = places.flatMap(({ code, name, lng, lat, pupils, alarm, gap }) =>
    lng === null || lat === null
      ? []
      : [
          {
            key: code,
            name,
            lng,
            lat,
            size: pupils,
            status: statusOfAlarm[alarm],
            words: `${shared.alarms[alarm]}, ${gapText(gap, shared)}`,
          },
        ],
  );
  return (
    <Section title={words.map(stageName)} hint={words.mapHint}>
      <label className="jh-year-slider">
        <span>{schoolYearText(year, language)}</span>
        <input
          type="range"
          min={years[0] ?? year}
          max={years.at(-1) ?? year}
          step={1}
          value={year}
          aria-label={shared.year}
          aria-valuetext={schoolYearText(year, language)}
          onChange={(event) => view.change({ at: event.target.value })}
        />
      </label>
      <ChartFrame
        table={
          <DataTable
            id="m"
            caption={words.map(stageName)}
            bare
            rows={places}
            rowKey={(row) => row.code}
            columns={[
              { key: 'name', title: shared.place, value: (row) => row.name },
              {
                key: 'alarm',
                title: words.state,
                value: (row) => shared.alarms[row.alarm],
                render: (row) => <AlarmMark alarm={row.alarm} />,
              },
              { key: 'pupils', title: shared.pupils, kind: 'number', decimals: 0, value: (row) => row.pupils },
              { key: 'seats', title: shared.seats, kind: 'number', decimals: 0, value: (row) => row.seats },
              {
                key: 'gap',
                title: shared.gap,
                kind: 'number',
                value: (row) => row.gap,
                render: (row) => gapText(row.gap, shared),
              },
              {
                key: 'probability',
                title: shared.probability,
                kind: 'number',
                value: (row) => row.probability,
                render: (row) => shareText(row.probability, 0),
              },
            ]}
          />
        }
      >
        <PointMap
          label={words.mapLabel(numberText(points.length), schoolYearText(year, language))}
          points={points}
          scaleText={(metres) =>
            metres >= 1000 ? words.kilometres(numberText(metres / 1000)) : words.metres(numberText(metres))
          }
          onPick={(code) => view.change({ place: code })}
        />
        <ul className="jh-legend">
          {alarms
            .map((alarm) => ({ alarm, count: places.filter((place) => place.alarm === alarm).length }))
            .filter(({ count }) => count > 0)
            .map(({ alarm, count }) => (
              <li key={alarm}>
                <StatusMark status={statusOfAlarm[alarm]} /> {shared.alarms[alarm]}{' '}
                <span className="jh-number">{numberText(count)}</span>
              </li>
            ))}
        </ul>
      </ChartFrame>
    </Section>
  );
}
