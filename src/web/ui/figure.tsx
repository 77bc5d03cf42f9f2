import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useCommon } from '#web/locale';
import { type TraceKey, writeTraceKey } from './trace-key.ts';

interface Props {
  readonly trace: TraceKey;
  /** What the figure is, for a reader who does not see the table around it. */
  readonly what: string;
  readonly children: ReactNode;
}

/** A figure that opens its trace. It is a link, so that the opened trace can be sent to somebody. */
export function Figure({ trace, what, children }: Props) {
  const { search, pathname } = useLocation();
  const next = new URLSearchParams(search);
  next.set('trace', writeTraceKey(trace));
  return (
    <Link
      className="jh-figure jh-number"
      to={{ pathname, search: `?${next.toString()}` }}
      preventScrollReset
      title={useCommon().trace.open(what)}
    >
      {children}
    </Link>
  );
}
