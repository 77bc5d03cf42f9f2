import type { SnapshotHead, Verification } from '#contracts/balance';
import { useAct, useAnswer } from '#web/api';
import { type ListColumn, LongList } from '#web/lists';
import { instantText, numberText, schoolYearText, useCommon, useLanguage, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Answer, Await, Button, DataTable, InlineProblem, Page, Section, StatusMark, VerdictTag } from '#web/ui';
import { useWords } from './messages.ts';

function Verified({ result }: { readonly result: Verification }) {
  const words = useWords();
  return (
    <Section title={`${words.verify} · ${result.id.slice(0, 12)}`}>
      <p role="status">
        <StatusMark status={result.holds ? 'met' : 'notMet'} />{' '}
        {result.holds ? words.holds : words.differs(numberText(result.differences.length))}
      </p>
      {result.differences.length > 0 ? (
        <DataTable
          id="v"
          caption={words.verify}
          rows={result.differences}
          columns={[
            { key: 'path', title: words.path, value: (row) => row.path },
            { key: 'stored', title: words.stored, value: (row) => row.stored },
            { key: 'recomputed', title: words.recomputed, value: (row) => row.recomputed },
          ]}
          rowKey={(row) => row.path}
        />
      ) : null}
    </Section>
  );
}

export function SnapshotsPage() {
  const words = useWords();
  const common = useCommon();
  const text = useText();
  const view = useView();
  const { language } = useLanguage();
  const asked = useAnswer('balance.snapshots', { params: { area: view.area }, query: { limit: 200 } });
  const take = useAct('balance.takeSnapshot');
  const verify = useAct('balance.verifySnapshot', { keepsAnswers: true });
  const columns: readonly ListColumn<SnapshotHead>[] = [
    { key: 'at', title: words.at, value: (row) => instantText(row.createdAt) },
    {
      key: 'year',
      title: words.year,
      facet: (row) => String(row.schoolYear),
      value: (row) => schoolYearText(row.schoolYear, language),
    },
    {
      key: 'standard',
      title: words.standard,
      facet: (row) => row.standard.id,
      value: (row) => `${text(row.standard.name)} ${row.standard.version}`,
      wide: true,
    },
    {
      key: 'verdict',
      title: words.verdict,
      value: (row) => common.verdicts[row.verdict],
      render: (row) => <VerdictTag status={row.verdict} />,
    },
    {
      key: 'state',
      title: words.state,
      facet: (row) => (row.stale ? 'stale' : 'fresh'),
      value: (row) => (row.stale ? words.stale : words.fresh),
    },
    { key: 'by', title: words.by, facet: true, value: (row) => row.createdBy },
    { key: 'id', title: words.id, value: (row) => row.id, render: (row) => <code>{row.id.slice(0, 12)}</code> },
    {
      key: 'hash',
      title: words.hash,
      value: (row) => row.inputsHash,
      render: (row) => <code>{row.inputsHash.slice(0, 12)}</code>,
    },
    {
      key: 'actions',
      title: words.actions,
      sortable: false,
      value: () => null,
      render: (row) => (
        <Button
          look="quiet"
          busy={verify.isPending && verify.variables.params.snapshot === row.id}
          onClick={() => verify.mutate({ params: { area: row.area.code, snapshot: row.id } })}
        >
          {words.verify}
        </Button>
      ),
    },
  ];
  return (
    <Await asked={asked}>
      {({ rows }) => (
        <Page
          title={words.title}
          actions={
            <Button
              look="strong"
              busy={take.isPending}
              onClick={() =>
                take.mutate({
                  params: { area: view.area },
                  body: {
                    ...(view.year === null ? {} : { year: view.year }),
                    ...(view.standard === null ? {} : { standard: view.standard }),
                  },
                })
              }
            >
              {words.take}
            </Button>
          }
        >
          <Answer detail={words.hint}>
            {rows[0] ? words.answer(numberText(rows.length), instantText(rows[0].createdAt)) : words.none}
          </Answer>
          <InlineProblem error={take.error ?? verify.error} />
          {verify.data ? <Verified result={verify.data} /> : null}
          {rows.length > 0 ? (
            <Section title={words.list}>
              <LongList
                id="s"
                list="balance.snapshots"
                caption={words.list}
                rows={rows}
                columns={columns}
                rowKey={(row) => row.id}
              />
            </Section>
          ) : null}
        </Page>
      )}
    </Await>
  );
}
