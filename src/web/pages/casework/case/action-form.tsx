import { type FormEvent, useId, useState } from 'react';
import type { CaseDetail, PossibleAction } from '#contracts/casework';
import { RefusedRequest, useAct } from '#web/api';
import { instantText, useText } from '#web/locale';
import { Button, InlineProblem } from '#web/ui';
import { FieldInput } from './field-input.tsx';
import { type CaseFiles, FilesField } from './files-field.tsx';
import { useWords } from './messages.ts';
import { readForm, type Typed, typedFrom } from './view-model.ts';

interface Props {
  readonly detail: CaseDetail;
  readonly action: PossibleAction;
  /** Somebody was faster: the page shows how the case stands now. */
  readonly onOvertaken: () => void;
}

/** The form of one action, filled from the reader's draft. */
export function ActionForm({ detail, action, onOvertaken }: Props) {
  const words = useWords();
  const text = useText();
  const act = useAct('casework.act');
  const save = useAct('casework.draft', { keepsAnswers: true });
  const draft = detail.drafts.find((one) => one.action === action.action);
  const [typed, setTyped] = useState<Typed>(() => typedFrom(action.fields, draft?.fields ?? {}));
  const [comment, setComment] = useState(draft?.comment ?? '');
  const [files, setFiles] = useState<CaseFiles>(draft?.files ?? []);
  const [savedAt, setSavedAt] = useState(draft?.savedAt ?? null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [requestKey] = useState(() => crypto.randomUUID());
  const reasonId = useId();
  const params = { kind: detail.kind, case: detail.case, action: action.action };
  const given = () => {
    const read = readForm(action.fields, typed);
    setWrong(read.ok ? null : words.fieldWrong(text(read.field.title)));
    return read.ok ? { fields: read.values, files, comment } : null;
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const body = given();
    if (body === null) return;
    const onError = (error: unknown) => {
      if (error instanceof RefusedRequest && error.problem.status === 409) onOvertaken();
    };
    act.mutate({ params, body: { ...body, seenSeq: detail.seq, requestKey } }, { onError });
  };
  const saveDraft = () => {
    const body = given();
    if (body === null) return;
    save.mutate({ params, body: { draft: body } }, { onSuccess: () => setSavedAt(new Date().toISOString()) });
  };
  const asksSomething = action.fields.length > 0 || action.reason !== 'none' || action.evidence > 0;
  return (
    <form className="jh-form jh-case-form" noValidate onSubmit={send}>
      {action.fields
        .filter(({ as }) => as !== 'own')
        .map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            value={typed[field.name] ?? ''}
            onChange={(value) => setTyped({ ...typed, [field.name]: value })}
          />
        ))}
      {action.reason === 'none' ? null : (
        <div className="jh-field jh-field-wide">
          <label htmlFor={reasonId}>{action.reason === 'required' ? words.reason : words.reasonOptional}</label>
          <textarea id={reasonId} rows={3} value={comment} onChange={(event) => setComment(event.target.value)} />
        </div>
      )}
      <FilesField detail={detail} files={files} evidence={action.evidence} onChange={setFiles} />
      {wrong === null ? null : (
        <p className="jh-problem" role="alert">
          {wrong}
        </p>
      )}
      <InlineProblem error={act.error ?? save.error} />
      <div className="jh-actions jh-field-wide">
        <Button look="strong" type="submit" busy={act.isPending}>
          {text(action.title)}
        </Button>
        {asksSomething ? (
          <Button look="quiet" busy={save.isPending} onClick={saveDraft}>
            {words.saveDraft}
          </Button>
        ) : null}
        {savedAt === null ? null : (
          <span className="jh-hint" role="status">
            {words.draftSaved(instantText(savedAt))}
          </span>
        )}
      </div>
    </form>
  );
}
