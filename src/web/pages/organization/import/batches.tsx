import { Link } from 'react-router';
import { type ListColumn, LongList } from '#web/lists';
import { instantText, schoolYearText, useLanguage } from '#web/locale';
import { useView } from '#web/shell';
import { Section } from '#web/ui';
import { useWords } from './messages.ts';
import type { Batch } from './view-model.ts';

/** Every file handed in so far, newest first. */
export function Batches({ batches }: { readonly batches: readonly Batch[] }) {
  const words = useWords();
  const view = useView();
  const { language } = useLanguage();
  const columns: readonly ListColumn<Batch>[] = [
    {
      key: 'file',
      title: words.file,
      value: (row) => row.fileName,
      render: (row) => <Link to={view.href('import', '', { batch: row.batch }, row.area)}>{row.fileName}</Link>,
    },
    { key: 'state', title: words.state, facet: (row) => row.state, value: (row) => words.states[row.state] },
    { key: 'at', title: words.at, value: (row) => instantText(row.undoneAt ?? row.committedAt ?? row.createdAt) },
    {
      key: 'year',
      title: words.year,
      value: (row) => (row.schoolYear === null ? '' : schoolYearText(row.schoolYear, language)),
    },
    { key: 'rows', title: words.rows, kind: 'number', decimals: 0, value: (row) => row.rowsReady },
    { key: 'by', title: words.by, facet: true, value: (row) => row.by },
    { key: 'note', title: words.note, wide: true, value: (row) => row.undoReason ?? '' },
  ];
  return (
    <Section title={words.batches}>
      <LongList
        id="b"
        list="organization.imports"
        caption={words.batches}
        rows={batches}
        columns={columns}
        rowKey={(row) => row.batch}
        empty={<p className="jh-hint">{words.batchesEmpty}</p>}
      />
    </Section>
  );
}
