import { useId, useState } from 'react';
import type { BoardRound } from '#contracts/admission';
import { useAct } from '#web/api';
import { numberText, useText } from '#web/locale';
import { Button, InlineProblem, Section } from '#web/ui';
import { useWords } from './messages.ts';

/** The official lists that applications are compared with, each taken from a file. */
export function Lists({ round }: { readonly round: BoardRound }) {
  const words = useWords();
  return (
    <Section title={words.lists} hint={words.listsHint}>
      {round.lists.map((list) => (
        <List key={list.id} round={round} list={list} />
      ))}
    </Section>
  );
}

function List({ round, list }: { readonly round: BoardRound; readonly list: BoardRound['lists'][number] }) {
  const words = useWords();
  const text = useText();
  const id = useId();
  const take = useAct('admission.list');
  const [file, setFile] = useState<File | null>(null);
  return (
    <form
      className="jh-filter-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (file === null) return;
        const form = new FormData();
        form.set('list', list.id);
        form.set('file', file);
        take.mutate({ params: { area: round.area.code, round: round.id }, form });
      }}
    >
      <label htmlFor={`${id}-file`}>
        {text(list.name)}（{words.rows(numberText(list.rows))}）
      </label>
      <input
        id={`${id}-file`}
        type="file"
        accept=".csv,.xlsx"
        onChange={(event) => setFile(event.target.files?.[0] ?? null)}
      />
      <Button type="submit" busy={take.isPending} disabled={file === null}>
        {words.upload}
      </Button>
      <span role="status">{take.data === undefined ? '' : words.taken(numberText(take.data.rows))}</span>
      <InlineProblem error={take.error} />
    </form>
  );
}
