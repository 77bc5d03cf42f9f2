import type { StageOutlook } from '#contracts/seats';
import { ChartFrame } from '#web/charts';
import { numberText, shareText } from '#web/locale';
import { gapText, spanText, useSeatsWords } from '#web/pages/seats/seats-words';
import { DataTable, Section } from '#web/ui';
import { BandChart } from './band-chart.tsx';
import { useWords } from './messages.ts';
import { chartSteps } from './view-model.ts';

interface Props {
  readonly outlook: StageOutlook;
  readonly stageName: string;
  readonly firstYear: number;
  readonly year: number;
  readonly share: number;
}

/** Pupils of one stage against its seats, year by year. */
export function Demand({ outlook, stageName, firstYear, year, share }: Props) {
  const words = useWords();
  const shared = useSeatsWords();
  const whole = (value: number | null) => numberText(value, 0);
  return (
    <Section title={words.demand(stageName)} hint={words.demandHint(shareText(share, 0))}>
      <ChartFrame
        table={
          <DataTable
            id="d"
            caption={words.demand(stageName)}
            bare
            rows={outlook.years}
            rowKey={(row) => String(row.year)}
            columns={[
              { key: 'year', title: shared.year, value: (row) => spanText(row.year) },
              { key: 'pupils', title: shared.pupils, kind: 'number', decimals: 0, value: (row) => row.pupils },
              {
                key: 'interval',
                title: words.interval,
                value: (row) => (row.low === null ? '' : `${whole(row.low)}–${whole(row.high)}`),
              },
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
        <BandChart
          label={words.chartLabel(
            stageName,
            whole(outlook.known.at(-1) ?? null),
            whole(outlook.years.at(-1)?.pupils ?? null),
          )}
          steps={chartSteps(outlook, firstYear)}
          year={year}
        />
        <ul className="jh-legend">
          {(['known', 'coming', 'interval', 'seats'] as const).map((key) => (
            <li key={key}>
              <span className={`jh-band-key jh-band-key-${key}`} aria-hidden="true" /> {words.legend[key]}
            </li>
          ))}
        </ul>
      </ChartFrame>
    </Section>
  );
}
