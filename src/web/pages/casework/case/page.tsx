import { useState } from 'react';
import { useParams } from 'react-router';
import type { CaseDetail } from '#contracts/casework';
import { fileAddress, useAct, useAnswer } from '#web/api';
import { instantText, useText } from '#web/locale';
import { Answer, Await, Button, ButtonLink, InlineProblem, Page, Section } from '#web/ui';
import { ActionPanel } from './action-panel.tsx';
import { AssignForm } from './assign-form.tsx';
import { CommentForm } from './comment-form.tsx';
import { HistoryList } from './history-list.tsx';
import { useWords } from './messages.ts';
import { ShownValues } from './shown-values.tsx';
import { askedOf } from './view-model.ts';

/** One case of any kind: how it stands, what is asked of the reader now, everything that was done. */
export function CasePage() {
  const { kind = '', case: name = '' } = useParams();
  const asked = useAnswer('casework.case', { params: { kind, case: name } });
  return <Await asked={asked}>{(detail) => <Case detail={detail} onOvertaken={() => void asked.refetch()} />}</Await>;
}

interface Props {
  readonly detail: CaseDetail;
  readonly onOvertaken: () => void;
}

function Case({ detail, onOvertaken }: Props) {
  const words = useWords();
  const text = useText();
  const params = { kind: detail.kind, case: detail.case };
  const [assigning, setAssigning] = useState(false);
  return (
    <Page
      title={detail.title}
      subject={[text(detail.kindTitle), detail.unitName, text(detail.stateTitle)].filter(Boolean).join(' · ')}
      actions={
        <>
          <Hands detail={detail} />
          {detail.may.assign && !assigning ? <Button onClick={() => setAssigning(true)}>{words.assign}</Button> : null}
          <ButtonLink file={fileAddress('casework.dossier', { params, query: { format: 'docx' } })}>
            {words.dossier} Word
          </ButtonLink>
          <ButtonLink file={fileAddress('casework.dossier', { params, query: { format: 'pdf' } })}>
            {words.dossier} PDF
          </ButtonLink>
        </>
      }
    >
      <Standing detail={detail} />
      {assigning ? <AssignForm detail={detail} onClose={() => setAssigning(false)} /> : null}
      <ActionPanel detail={detail} onOvertaken={onOvertaken} />
      {detail.fields.length > 0 ? (
        <Section title={words.subject} hint={words.openedBy(detail.openedBy, instantText(detail.openedAt))}>
          <ShownValues fields={detail.fields} />
        </Section>
      ) : null}
      <HistoryList detail={detail} />
      {detail.may.comment ? <CommentForm detail={detail} /> : null}
    </Page>
  );
}

/** The first line: what is asked of the reader, or where the case stands without them. */
function Standing({ detail }: { readonly detail: CaseDetail }) {
  const words = useWords();
  const text = useText();
  const asked = askedOf(detail).map(({ title }) => text(title));
  const { dueOn, dueMissingYears } = detail;
  const due =
    dueOn === null || detail.isFinal
      ? null
      : `${detail.isOverdue ? words.overdue(dueOn) : words.due(dueOn)}${
          dueMissingYears.length > 0 ? words.provisional(dueMissingYears.join('、')) : ''
        }`;
  const state = text(detail.stateTitle);
  return (
    <Answer detail={due}>
      {detail.isFinal
        ? words.ended(state)
        : asked.length > 0
          ? words.asked(asked.join(' / '))
          : detail.assignee !== null && !detail.isMine
            ? `${words.waits(state)} ${words.inHands(detail.assignee)}`
            : words.waits(state)}
    </Answer>
  );
}

/** Taking the case, and giving it back. */
function Hands({ detail }: { readonly detail: CaseDetail }) {
  const words = useWords();
  const act = useAct('casework.act');
  const run = (action: 'claim' | 'release') =>
    act.mutate({ params: { kind: detail.kind, case: detail.case, action }, body: { seenSeq: detail.seq } });
  return (
    <>
      <InlineProblem error={act.error} />
      {detail.may.claim ? (
        <Button busy={act.isPending} onClick={() => run('claim')}>
          {words.claim}
        </Button>
      ) : null}
      {detail.may.release ? (
        <Button busy={act.isPending} onClick={() => run('release')}>
          {words.release}
        </Button>
      ) : null}
    </>
  );
}
