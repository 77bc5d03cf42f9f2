import Input from 'antd/es/input/Input';
import { useState } from 'react';
import type { RoadmapRowShown } from '#contracts/plans';
import { useAct } from '#web/api';
import { useView } from '#web/shell';
import { Button, InlineProblem, Section } from '#web/ui';
import { useWords } from './messages.ts';

/** Sets a county's year, on behalf of the area whose page this is. */
export function EntryForm({
  row,
  standard,
  onClose,
}: {
  readonly row: RoadmapRowShown;
  readonly standard: string;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const view = useView();
  const act = useAct('plans.setRoadmap');
  const [year, setYear] = useState(() => String(row.entry?.targetYear ?? new Date().getFullYear() + 1));
  const [responsible, setResponsible] = useState(row.entry?.responsible ?? '');
  const [document, setDocument] = useState(row.entry?.document ?? '');
  const [signedOn, setSignedOn] = useState(row.entry?.signedOn ?? '');
  return (
    <Section title={`${words.change} · ${row.county.name}`}>
      <form
        className="jh-form"
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate(
            {
              params: { area: row.county.code },
              body: {
                standard,
                targetYear: Number(year),
                setBy: view.area,
                responsible,
                document,
                signedOn: signedOn === '' ? null : signedOn,
                recognisedOn: row.entry?.recognisedOn ?? null,
              },
            },
            { onSuccess: onClose },
          );
        }}
      >
        <label>
          {words.year}
          <Input value={year} inputMode="numeric" required onChange={(event) => setYear(event.target.value)} />
        </label>
        <label>
          {words.responsible}
          <Input value={responsible} maxLength={100} onChange={(event) => setResponsible(event.target.value)} />
        </label>
        <label>
          {words.document}
          <Input value={document} maxLength={300} onChange={(event) => setDocument(event.target.value)} />
        </label>
        <label>
          {words.signedOn}
          <Input type="date" value={signedOn} onChange={(event) => setSignedOn(event.target.value)} />
        </label>
        <InlineProblem error={act.error} />
        <p>
          <Button look="strong" type="submit" busy={act.isPending}>
            {words.save}
          </Button>{' '}
          <Button look="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
        </p>
      </form>
    </Section>
  );
}
