import { useState } from 'react';
import { useParams } from 'react-router';
import type { PlanDetail, Target } from '#contracts/plans';
import { fileAddress, useAct, useAnswer } from '#web/api';
import { instantText, numberText } from '#web/locale';
import { Answer, Await, Button, ButtonLink, DataTable, InlineProblem, Page, ReasonDialog, Section } from '#web/ui';
import { useWords } from './messages.ts';
import { TargetForm } from './target-form.tsx';
import { TargetTable } from './target-table.tsx';
import { TaskForm } from './task-form.tsx';
import { TaskTable } from './task-table.tsx';
import { countTargets } from './view-model.ts';

/** One plan: what is to be reached, where each target stands, who does what this year. */
export function PlanPage() {
  const { area = '', plan = '' } = useParams();
  const asked = useAnswer('plans.plan', { params: { area, plan } });
  return <Await asked={asked}>{(detail) => <Plan detail={detail} />}</Await>;
}

function Plan({ detail }: { readonly detail: PlanDetail }) {
  const words = useWords();
  const params = { area: detail.area.code, plan: detail.id };
  const act = useAct('plans.actOnPlan');
  const adopt = useAct('plans.adoptTargets');
  const [askWhy, setAskWhy] = useState(false);
  const [changing, setChanging] = useState<Target | 'new' | null>(null);
  const [addingTask, setAddingTask] = useState(false);
  const { total, reached, slipping } = countTargets(detail);
  const isDraft = detail.state === 'draft';
  return (
    <Page
      title={detail.title}
      subject={`${detail.unit?.name ?? detail.area.name} · ${detail.fromYear}—${detail.toYear} · ${words.states[detail.state]}`}
      actions={
        <>
          <ButtonLink file={fileAddress('plans.planDocument', { params, query: {} })}>{words.document}</ButtonLink>
          {isDraft && detail.follows !== null ? (
            <Button busy={adopt.isPending} onClick={() => adopt.mutate({ params })}>
              {words.adopt}
            </Button>
          ) : null}
          {isDraft ? (
            <Button
              look="strong"
              busy={act.isPending}
              disabled={total === 0}
              onClick={() => act.mutate({ params, body: { act: 'issue' } })}
            >
              {words.issue}
            </Button>
          ) : (
            <Button onClick={() => setAskWhy(true)}>{words.reopen}</Button>
          )}
          {detail.state === 'issued' ? (
            <Button busy={act.isPending} onClick={() => act.mutate({ params, body: { act: 'close' } })}>
              {words.close}
            </Button>
          ) : null}
        </>
      }
    >
      <Answer
        detail={[
          ...(detail.basis === '' ? [] : [words.basis(detail.basis)]),
          ...(detail.follows === null ? [] : [words.follows(detail.follows.area.name, detail.follows.title)]),
        ].join(' · ')}
      >
        {total === 0 ? words.noTargets : words.answer(numberText(reached), numberText(total), numberText(slipping))}
      </Answer>
      <InlineProblem error={act.error ?? adopt.error} />
      {askWhy ? (
        <ReasonDialog
          title={words.reopen}
          label={words.reopenWhy}
          confirm={words.reopen}
          onClose={() => setAskWhy(false)}
          onConfirm={(reason) => {
            setAskWhy(false);
            act.mutate({ params, body: { act: 'reopen', reason } });
          }}
        />
      ) : null}
      <Section
        title={words.targets}
        actions={
          isDraft ? (
            <Button look="strong" onClick={() => setChanging('new')}>
              {words.addTarget}
            </Button>
          ) : null
        }
      >
        {changing === null ? null : (
          <TargetForm
            key={changing === 'new' ? 'new' : changing.id}
            detail={detail}
            target={changing === 'new' ? null : changing}
            onClose={() => setChanging(null)}
          />
        )}
        {total === 0 ? null : <TargetTable detail={detail} onChange={setChanging} />}
      </Section>
      <Section
        title={words.tasks}
        actions={isDraft ? <Button onClick={() => setAddingTask(true)}>{words.addTask}</Button> : null}
      >
        {addingTask ? <TaskForm detail={detail} onClose={() => setAddingTask(false)} /> : null}
        {detail.taskRows.length === 0 ? <p className="jh-hint">{words.noTasks}</p> : <TaskTable detail={detail} />}
      </Section>
      <Section title={words.history}>
        <DataTable
          id="h"
          caption={words.history}
          rows={detail.acts}
          columns={[
            { key: 'at', title: words.at, value: (row) => instantText(row.at) },
            { key: 'act', title: words.actions, value: (row) => words.acts[row.act] },
            { key: 'by', title: words.by, value: (row) => row.by },
            { key: 'why', title: words.reason, wide: true, value: (row) => row.reason },
          ]}
          rowKey={(row) => row.at}
          bare
        />
      </Section>
    </Page>
  );
}
