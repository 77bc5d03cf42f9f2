import { useState } from 'react';
import { useView } from '#web/shell';
import { Button, Choice, Field } from '#web/ui';
import { useWords } from './messages.ts';
import type { TrailFilters } from './view-model.ts';

export function Filters({ filters }: { readonly filters: TrailFilters }) {
  const words = useWords();
  const view = useView();
  const [given, setGiven] = useState({
    by: filters.by ?? '',
    act: filters.act ?? '',
    from: filters.from ?? '',
    to: filters.to ?? '',
  });
  const field = (key: keyof typeof given, kind: 'text' | 'date', hint?: string) => (
    <Field
      label={words[key]}
      hint={hint}
      kind={kind}
      value={given[key]}
      onChange={(value) => setGiven({ ...given, [key]: value })}
    />
  );
  return (
    <form
      className="jh-filter-row jh-no-print"
      onSubmit={(event) => {
        event.preventDefault();
        view.change({ ...given, before: null });
      }}
    >
      {field('by', 'text')}
      {field('act', 'text')}
      {field('from', 'date')}
      {field('to', 'date')}
      <Choice
        label={words.result}
        options={[
          { value: 'all', label: words.all },
          { value: 'done', label: words.results.done },
          { value: 'refused', label: words.results.refused },
        ]}
        value={filters.result ?? 'all'}
        onChange={(value) => view.change({ result: value === 'all' ? null : value, before: null })}
      />
      <Button type="submit">{words.find}</Button>
    </form>
  );
}
