import { useAnswer } from '#web/api';
import { useText } from '#web/locale';
import { usePracticeWords } from '#web/pages/practice/practice-words';
import { useView } from '#web/shell';
import { Picker } from '#web/ui';

interface Props {
  readonly unit: string;
  readonly clause: string;
  readonly onUnit: (unit: string) => void;
  readonly onClause: (clause: string) => void;
}

/** Of whom and of which clause: what a pilot and an example both begin with. '' = the area itself. */
export function PlaceFields({ unit, clause, onUnit, onClause }: Props) {
  const words = usePracticeWords();
  const text = useText();
  const view = useView();
  const catalogue = useAnswer('plans.catalogue', {});
  const schools = useAnswer('organization.units', { params: { area: view.area }, query: { limit: 1000 } });
  return (
    <>
      <Picker
        label={words.by}
        showLabel
        value={unit}
        options={[
          { value: '', label: words.wholeArea },
          ...(schools.data?.rows ?? [])
            .filter(({ county }) => county === view.area)
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={onUnit}
      />
      <Picker
        label={words.clause}
        showLabel
        value={clause}
        options={(catalogue.data?.clauses ?? []).map(({ id, title }) => ({ value: id, label: `${id} ${text(title)}` }))}
        onChange={onClause}
      />
    </>
  );
}
