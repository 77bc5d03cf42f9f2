import { useEffect, useId, useRef, useState } from 'react';
import { useCommon } from '#web/locale';
import { Button } from './button.tsx';

interface Props {
  readonly title: string;
  readonly label: string;
  readonly confirm: string;
  readonly hint?: string;
  readonly busy?: boolean;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks for a reason before something is done; Escape leaves without doing it. */
export function ReasonDialog({ title, label, confirm, hint, busy = false, onConfirm, onClose }: Props) {
  const { actions } = useCommon();
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="jh-dialog" aria-labelledby={`${id}-title`} onClose={onClose}>
      <form
        className="jh-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') onConfirm(reason.trim());
        }}
      >
        <h2 id={`${id}-title`}>{title}</h2>
        {hint ? <p className="jh-hint">{hint}</p> : null}
        <label>
          {label}
          <textarea
            className="jh-textarea"
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <div className="jh-actions">
          <Button type="submit" look="strong" busy={busy} disabled={reason.trim() === ''}>
            {confirm}
          </Button>
          <Button onClick={onClose}>{actions.cancel}</Button>
        </div>
      </form>
    </dialog>
  );
}
