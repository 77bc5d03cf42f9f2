import type { ReactNode } from 'react';
import { useCommon } from '#web/locale';

interface Props {
  /** Absent where the section's own title already says it. */
  readonly title?: string;
  readonly hint?: ReactNode;
  readonly table: ReactNode;
  readonly children: ReactNode;
}

/** A drawing with its title and, folded below, the same data as a table. */
export function ChartFrame({ title, hint, table, children }: Props) {
  const words = useCommon().chart;
  return (
    <section className="jh-chart">
      {title ? <h3>{title}</h3> : null}
      {hint ? <p className="jh-hint">{hint}</p> : null}
      {children}
      <details className="jh-chart-table">
        <summary>{words.asTable}</summary>
        {table}
      </details>
    </section>
  );
}
