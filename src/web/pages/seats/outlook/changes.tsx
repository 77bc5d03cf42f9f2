import type { SeatsOverview } from '#contracts/seats';
import { useCommon } from '#web/locale';
import { spanText, useSeatsWords } from '#web/pages/seats/seats-words';
import { DataTable, Section } from '#web/ui';
import { useWords } from './messages.ts';

/** Seats that will come or go; they are counted from their year on. */
export function Changes({ overview }: { readonly overview: SeatsOverview }) {
  const words = useWords();
  const shared = useSeatsWords();
  const { stages } = useCommon();
  return (
    <Section title={words.changes} hint={words.changesHint}>
      <DataTable
        id="c"
        caption={words.changes}
        bare
        rows={overview.changes}
        rowKey={(row) => row.id}
        empty={<p>{words.noChanges}</p>}
        columns={[
          { key: 'name', title: words.project, wide: true, value: (row) => row.name },
          { key: 'kind', title: words.kind, value: (row) => words.kinds[row.kind] },
          { key: 'place', title: shared.place, value: (row) => row.place.name },
          { key: 'stage', title: shared.stage, value: (row) => stages[row.stage] },
          { key: 'seats', title: shared.seats, kind: 'number', decimals: 0, value: (row) => row.seats },
          { key: 'opens', title: words.opens, value: (row) => spanText(row.opensYear) },
        ]}
      />
    </Section>
  );
}
