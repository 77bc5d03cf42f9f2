import { type FormEvent, useId, useState } from 'react';
import type { CaseDetail } from '#contracts/casework';
import { useAct } from '#web/api';
import { Button, InlineProblem, Section } from '#web/ui';
import { useWords } from './messages.ts';

/** A comment joins the history and moves nothing. */
export function CommentForm({ detail }: { readonly detail: CaseDetail }) {
  const words = useWords();
  const act = useAct('casework.act');
  const [comment, setComment] = useState('');
  const id = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    const params = { kind: detail.kind, case: detail.case, action: 'comment' };
    act.mutate({ params, body: { comment } }, { onSuccess: () => setComment('') });
  };
  return (
    <Section title={words.comments}>
      <form className="jh-form jh-case-form" onSubmit={send}>
        <div className="jh-field jh-field-wide">
          <label htmlFor={id}>{words.comment}</label>
          <textarea id={id} rows={2} value={comment} onChange={(event) => setComment(event.target.value)} />
        </div>
        <InlineProblem error={act.error} />
        <div className="jh-actions jh-field-wide">
          <Button type="submit" busy={act.isPending} disabled={comment.trim() === ''}>
            {words.addComment}
          </Button>
        </div>
      </form>
    </Section>
  );
}
