import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from '#web/ui';

interface Props {
  readonly label: string;
  readonly title: string;
  readonly children: (close: () => void) => ReactNode;
}

/** A button with a panel below it that stands right after it for the Tab key; Escape and a click elsewhere close it. */
export function FoldOut({ label, title, children }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const frame = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const leave = (event: Event) => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) setOpen(false);
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      focusButton(id);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
      document.removeEventListener('keydown', escape);
    };
  }, [open, id]);
  return (
    <span className="jh-fold" ref={frame}>
      <Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {label}
        <span aria-hidden="true"> ▾</span>
      </Button>
      {open ? (
        <section id={id} className="jh-fold-panel" aria-label={title}>
          {children(() => {
            setOpen(false);
            focusButton(id);
          })}
        </section>
      ) : null}
    </span>
  );
}

function focusButton(panel: string): void {
  document.querySelector<HTMLElement>(`button[aria-controls="${panel}"]`)?.focus();
}
