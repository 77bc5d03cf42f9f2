import { useText } from '#web/locale';
import { Button, DataTable, Section } from '#web/ui';
import { useWords } from './messages.ts';
import type { CheckedField } from './view-model.ts';

/** Each field with its answer: free, or known and from where it would be pre-filled. */
export function CheckedTable({
  fields,
  onChoose,
}: {
  readonly fields: readonly CheckedField[];
  readonly onChoose: (name: string, key: string | null) => void;
}) {
  const words = useWords();
  const text = useText();
  return (
    <Section title={words.checked}>
      <DataTable
        id="k"
        caption={words.checked}
        bare
        rows={fields}
        rowKey={(row) => row.name}
        columns={[
          { key: 'field', title: words.field, wide: true, value: (row) => row.name },
          {
            key: 'result',
            title: words.result,
            wide: true,
            value: (row) => (row.places[0] === undefined ? words.free : words.known(text(row.places[0].where))),
            render: ({ name, places, chosen }) => {
              if (chosen !== null) {
                return (
                  <>
                    {words.prefilled(text(chosen.where))}{' '}
                    <Button look="quiet" onClick={() => onChoose(name, null)}>
                      {words.undo}
                    </Button>
                  </>
                );
              }
              const [first] = places;
              if (first === undefined) return words.free;
              return (
                <>
                  <strong>{words.known(text(first.where))}</strong>{' '}
                  {places.map((place) => (
                    <Button key={place.key} onClick={() => onChoose(name, place.key)}>
                      {words.prefill(text(place.where))}
                    </Button>
                  ))}
                </>
              );
            },
          },
        ]}
      />
    </Section>
  );
}
