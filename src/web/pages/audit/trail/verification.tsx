import type { AuditFault, AuditVerification } from '#contracts/audit';
import { instantText, numberText } from '#web/locale';
import { Banner, DataTable, InlineProblem, Section, type ShownColumn } from '#web/ui';
import { useWords } from './messages.ts';

interface Props {
  readonly verified: AuditVerification | undefined;
  readonly error: unknown;
}

/** What the verification found; nothing before it was asked for. */
export function VerificationOf({ verified, error }: Props) {
  const words = useWords();
  if (verified === undefined) return <InlineProblem error={error} />;
  const columns: readonly ShownColumn<AuditFault>[] = [
    { key: 'kind', title: words.fault, value: (row) => words.faultKinds[row.kind] },
    { key: 'seq', title: words.place, kind: 'number', decimals: 0, value: (row) => row.seq },
    { key: 'entry', title: words.entry, value: (row) => row.entry },
    { key: 'area', title: words.where, value: (row) => row.area },
    { key: 'act', title: words.what, value: (row) => row.act },
    { key: 'at', title: words.at, value: (row) => (row.at === null ? null : instantText(row.at)) },
  ];
  return (
    <>
      {verified.isOn ? null : <Banner kind="stale" title={words.stopped} />}
      {verified.holds ? (
        <p role="status">{words.whole(numberText(verified.entries))}</p>
      ) : (
        <Section title={words.broken(numberText(verified.faults.length))}>
          <DataTable
            id="f"
            caption={words.faults}
            rows={verified.faults}
            columns={columns}
            rowKey={(row) => `${row.kind} ${row.seq} ${row.entry} ${row.at}`}
          />
        </Section>
      )}
    </>
  );
}
