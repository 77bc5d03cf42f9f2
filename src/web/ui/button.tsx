import AntButton from 'antd/es/button';
import type { ReactNode } from 'react';
import { type ButtonLook, buttonLooks } from './button-look.ts';

interface Props {
  readonly look?: ButtonLook;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly type?: 'button' | 'submit';
  readonly onClick?: () => void;
  readonly 'aria-label'?: string;
  readonly 'aria-expanded'?: boolean;
  readonly 'aria-controls'?: string;
  readonly children: ReactNode;
}

/** Something is done; while it is being done the button waits and says so. */
export function Button({ look = 'plain', busy = false, disabled = false, type = 'button', children, ...rest }: Props) {
  return (
    <AntButton
      {...buttonLooks[look]}
      {...rest}
      htmlType={type}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      icon={busy ? <span className="jh-spinner" aria-hidden="true" /> : null}
    >
      {children}
    </AntButton>
  );
}
