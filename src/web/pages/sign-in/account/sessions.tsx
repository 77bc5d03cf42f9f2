import type { OwnAccount } from '#contracts/sign-in';
import { useAct } from '#web/api';
import { instantText } from '#web/locale';
import { Button, DataTable, InlineProblem, Section, type ShownColumn } from '#web/ui';
import { deviceName } from './device-name.ts';
import { useWords } from './messages.ts';

type Session = OwnAccount['sessions'][number];

export function Sessions({ sessions }: { readonly sessions: readonly Session[] }) {
  const words = useWords();
  const act = useAct('signIn.endSessions');
  const columns: readonly ShownColumn<Session>[] = [
    { key: 'device', title: words.device, value: (row) => deviceName(row.device) },
    { key: 'address', title: words.address, value: (row) => row.address },
    { key: 'begun', title: words.begun, value: (row) => instantText(row.begunAt) },
    { key: 'seen', title: words.seen, value: (row) => instantText(row.seenAt) },
    {
      key: 'act',
      title: words.endOne,
      sortable: false,
      value: (row) => (row.isThis ? words.thisOne : ''),
      render: (row) =>
        row.isThis ? (
          words.thisOne
        ) : (
          <Button look="quiet" disabled={act.isPending} onClick={() => act.mutate({ body: { id: row.id } })}>
            {words.endOne}
          </Button>
        ),
    },
  ];
  return (
    <Section
      title={words.sessions}
      actions={
        sessions.length > 1 ? (
          <Button busy={act.isPending} onClick={() => act.mutate({ body: {} })}>
            {words.endOthers}
          </Button>
        ) : null
      }
    >
      <InlineProblem error={act.error} />
      <DataTable id="s" caption={words.sessions} rows={sessions} columns={columns} rowKey={(row) => row.id} bare />
    </Section>
  );
}
