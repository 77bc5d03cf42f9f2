import { useState } from 'react';
import { type Answer as AnswerOf, fileAddress, useAct } from '#web/api';
import { numberText, useCommon, useLanguage, useText } from '#web/locale';
import { useView } from '#web/shell';
import {
  Answer,
  Button,
  ButtonLink,
  DataTable,
  InlineProblem,
  ReasonDialog,
  Section,
  type ShownColumn,
  StatusMark,
} from '#web/ui';
import { FindingList } from './finding-list.tsx';
import { useWords } from './messages.ts';
import { RuleList } from './rule-list.tsx';
import { SheetView } from './sheet-view.tsx';
import { type CheckedFile, verdictOf } from './view-model.ts';

type Changes = AnswerOf<'organization.commit'>['changes'];

function ChangeTable({ title, changes }: { readonly title: string; readonly changes: Changes }) {
  const words = useWords();
  const text = useText();
  const columns: readonly ShownColumn<Changes[number]>[] = [
    { key: 'dataset', title: words.dataset, value: (row) => text(row.label) },
    { key: 'inserted', title: words.inserted, kind: 'number', value: (row) => row.inserted },
    { key: 'updated', title: words.updated, kind: 'number', value: (row) => row.changed },
    { key: 'unchanged', title: words.unchanged, kind: 'number', value: (row) => row.unchanged },
  ];
  return (
    <Section title={title}>
      <DataTable id="ch" caption={title} rows={changes} columns={columns} rowKey={(row) => row.dataset} bare />
    </Section>
  );
}

function Sheets({ sheets }: { readonly sheets: NonNullable<CheckedFile['sheets']> }) {
  const words = useWords();
  const text = useText();
  type Sheet = NonNullable<CheckedFile['sheets']>[number];
  const columns: readonly ShownColumn<Sheet>[] = [
    { key: 'name', title: words.sheet, value: (row) => (row.hidden ? `${row.name} (${words.hidden})` : row.name) },
    { key: 'read', title: words.rowsRead, kind: 'number', value: (row) => row.rowsRead },
    { key: 'ready', title: words.rowsReady, kind: 'number', value: (row) => row.rowsReady },
    { key: 'note', title: words.note, wide: true, value: (row) => (row.skipped ? text(row.skipped) : '') },
  ];
  return (
    <Section title={words.sheets}>
      <DataTable id="sh" caption={words.sheets} rows={sheets} columns={columns} rowKey={(row) => row.name} bare />
    </Section>
  );
}

interface Props {
  readonly file: CheckedFile;
}

/** A checked file: what is ready, what needs the person, what would change; then commit, and undo. */
export function PreviewOf({ file }: Props) {
  const words = useWords();
  const common = useCommon();
  const view = useView();
  const language = useLanguage().language === 'en' ? ('en' as const) : ('zh' as const);
  const commit = useAct('organization.commit');
  const undo = useAct('organization.undo');
  const [undoing, setUndoing] = useState(false);
  const params = { area: file.area, batch: file.batch };
  const state = undo.data?.state ?? commit.data?.state ?? file.state;
  const written = commit.data?.changes.reduce((sum, change) => sum + change.inserted + change.changed, 0) ?? 0;
  const verdict = verdictOf(file);
  const changes = commit.data?.changes ?? file.changes ?? [];
  const sentence =
    state === 'undone'
      ? words.undone
      : state === 'committed'
        ? commit.data && written === 0
          ? words.committedNothing
          : words.committed(numberText(commit.data ? written : file.rowsReady))
        : verdict === 'nothing'
          ? words.nothing
          : verdict === 'allReady'
            ? words.allReady(numberText(file.rowsRead))
            : words.ready(
                numberText(file.rowsReady),
                numberText(file.rowsRead),
                numberText(file.rowsRead - file.rowsReady),
              );
  const detail = [
    file.fileName,
    file.schoolYears.length > 0 ? words.years(file.schoolYears.join(', ')) : '',
    file.refused > 0 ? words.needYou(numberText(file.refused)) : '',
    file.warnings > 0 ? words.warnings(numberText(file.warnings)) : '',
  ];
  return (
    <>
      <Answer detail={detail.filter(Boolean).join(' · ')}>
        <StatusMark
          status={state === 'undone' ? 'noData' : verdict === 'nothing' ? 'notMet' : file.refused > 0 ? 'near' : 'met'}
        />
        {sentence}
      </Answer>
      <div className="jh-actions">
        {state === 'previewed' && file.rowsReady > 0 ? (
          <Button
            look="strong"
            busy={commit.isPending}
            onClick={() => commit.mutate({ params, body: { partial: !file.committable } })}
          >
            {file.committable ? words.commit : words.commitPartial(numberText(file.rowsReady))}
          </Button>
        ) : null}
        {state === 'committed' ? (
          <Button look="danger" onClick={() => setUndoing(true)}>
            {words.undo}
          </Button>
        ) : null}
        <ButtonLink file={fileAddress('organization.annotated', { params, query: { language } })}>
          {words.annotated}
        </ButtonLink>
        <Button onClick={() => view.change({ batch: null, sheet: null, at: null, rows: null }, 'push')}>
          {words.another}
        </Button>
      </div>
      <InlineProblem error={commit.error ?? undo.error} />
      <SheetView file={file} />
      <FindingList file={file} />
      {file.rules && file.rules.length > 0 ? <RuleList rules={file.rules} /> : null}
      {changes.length > 0 ? (
        <ChangeTable title={state === 'previewed' ? words.changes : words.changed} changes={changes} />
      ) : null}
      {file.sheets ? <Sheets sheets={file.sheets} /> : null}
      {undoing ? (
        <ReasonDialog
          title={words.undoTitle}
          hint={words.undoHint}
          label={words.undoReason}
          confirm={words.undo}
          busy={undo.isPending}
          onConfirm={(reason) => undo.mutate({ params, body: { reason } }, { onSettled: () => setUndoing(false) })}
          onClose={() => setUndoing(false)}
        />
      ) : null}
      <span className="jh-unseen" role="status">
        {commit.isPending || undo.isPending ? common.states.loading : ''}
      </span>
    </>
  );
}
