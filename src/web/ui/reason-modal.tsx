import TextArea from 'antd/es/input/TextArea';
import Modal from 'antd/es/modal/Modal';
import { type ComponentRef, useId, useRef, useState } from 'react';
import { useCommon } from '#web/locale';
import { useReturnFocus } from './use-return-focus.ts';

export interface ReasonRequest {
  readonly title: string;
  readonly label: string;
  readonly confirm: string;
  readonly hint?: string;
  readonly busy?: boolean;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** A dialog with one field; Escape leaves without doing anything. */
export function ReasonModal({ title, label, confirm, hint, busy = false, onConfirm, onClose }: ReasonRequest) {
  const { actions } = useCommon();
  const [reason, setReason] = useState('');
  const id = useId();
  const field = useRef<ComponentRef<typeof TextArea>>(null);
  useReturnFocus();
  return (
    <Modal
      open
      centered
      title={title}
      okText={confirm}
      cancelText={actions.cancel}
      okButtonProps={{ disabled: reason.trim() === '' || busy, 'aria-busy': busy || undefined }}
      closable={{ 'aria-label': actions.close }}
      onOk={() => onConfirm(reason.trim())}
      onCancel={onClose}
      afterOpenChange={(open) => {
        if (open) field.current?.focus();
      }}
    >
      <div className="jh-form">
        {hint ? <p className="jh-hint">{hint}</p> : null}
        <label htmlFor={id}>{label}</label>
        <TextArea
          id={id}
          ref={field}
          required
          maxLength={500}
          autoSize={{ minRows: 3, maxRows: 8 }}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Modal>
  );
}
