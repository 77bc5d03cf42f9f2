import type { AuditEntry } from '#contracts/audit';
import { instantText } from '#web/locale';
import { DataTable, type ShownColumn } from '#web/ui';
import { useWords } from './messages.ts';

export function Entries({ rows }: { readonly rows: readonly AuditEntry[] }) {
  const words = useWords();
  const columns: readonly ShownColumn<AuditEntry>[] = [
    { key: 'at', title: words.at, value: (row) => instantText(row.at) },
    { key: 'who', title: words.who, value: ({ by }) => by.name ?? words.kinds[by.kind] ?? by.id },
    { key: 'act', title: words.what, value: (row) => row.act },
    { key: 'result', title: words.result, value: (row) => words.results[row.result] },
    { key: 'area', title: words.where, value: (row) => row.on.area },
    { key: 'on', title: words.on, wide: true, value: ({ on }) => `${on.kind} ${on.id} ${on.unit}`.trim() },
    { key: 'reason', title: words.reason, wide: true, value: (row) => row.reason },
    { key: 'source', title: words.source, value: (row) => row.address || row.channel },
  ];
  return <DataTable id="e" caption={words.title} rows={rows} columns={columns} rowKey={(row) => row.id} />;
}
