import type { SeatsOverview } from '#contracts/seats';
import { numberText, shareText, useCommon } from '#web/locale';
import { AlarmMark, gapText, spanText, useSeatsWords } from '#web/pages/seats/seats-words';
import { useView } from '#web/shell';
import { Button, DataTable, Section } from '#web/ui';
import { useWords } from './messages.ts';

/** Places and stages that run short or tight, the nearest first; one is opened in chart and map. */
export function Warnings({ overview }: { readonly overview: SeatsOverview }) {
  const words = useWords();
  const shared = useSeatsWords();
  const { stages } = useCommon();
  const view = useView();
  const { probability, yearsAhead } = overview.warning;
  return (
    <Section
      title={words.warnings}
      hint={words.warningsHint(shareText(probability.value, 0), numberText(yearsAhead.value))}
      id="warnings"
    >
      <DataTable
        id="w"
        caption={words.warnings}
        rows={overview.warnings}
        rowKey={(row) => `${row.area.code} ${row.stage}`}
        empty={<p>{words.noWarnings}</p>}
        columns={[
          {
            key: 'place',
            title: shared.place,
            value: (row) => row.area.name,
            render: (row) => (
              <Button
                look="quiet"
                onClick={() =>
                  view.change({ stage: row.stage, place: row.area.code, at: row.firstShort ?? row.worst.year }, 'push')
                }
              >
                {row.area.name}
              </Button>
            ),
          },
          { key: 'stage', title: shared.stage, value: (row) => stages[row.stage] },
          {
            key: 'alarm',
            title: words.state,
            value: (row) => shared.alarms[row.alarm],
            render: (row) => <AlarmMark alarm={row.alarm} />,
          },
          {
            key: 'first',
            title: shared.firstShort,
            value: (row) => spanText(row.firstShort),
          },
          {
            key: 'worst',
            title: words.worst,
            kind: 'number',
            value: (row) => row.worst.gap,
            render: (row) => `${gapText(row.worst.gap, shared)} (${row.worst.year})`,
          },
          {
            key: 'probability',
            title: shared.probability,
            kind: 'number',
            value: (row) => row.worst.probability,
            render: (row) => shareText(row.worst.probability, 0),
          },
        ]}
      />
    </Section>
  );
}
