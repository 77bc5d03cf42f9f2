import type { ButtonHTMLAttributes, ReactNode } from 'react';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'plain' | 'strong' | 'quiet' | 'danger';
  readonly busy?: boolean;
  readonly children: ReactNode;
}

export function Button({ look = 'plain', busy = false, children, disabled, className = '', ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={`jh-button jh-button-${look} ${className}`}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
    >
      {busy ? <span className="jh-spinner" aria-hidden="true" /> : null}
      {children}
    </button>
  );
}
