import { type ReactNode, useEffect } from 'react';
import { useCommon } from '#web/locale';

interface PageProps {
  readonly title: string;
  /** Who or what the page is about, e.g. the county's or the school's name. */
  readonly subject?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a page: its question as title, then the answer and its proof. */
export function Page({ title, subject, actions, children }: PageProps) {
  const { product } = useCommon();
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <article className="jh-page">
      <header className="jh-page-head">
        <div>
          {subject ? <p className="jh-subject">{subject}</p> : null}
          <h1>{title}</h1>
        </div>
        {actions ? <div className="jh-actions jh-no-print">{actions}</div> : null}
      </header>
      {children}
    </article>
  );
}

/** The answer of a page: one sentence, with its numbers standing out. */
export function Answer({ children, detail }: { readonly children: ReactNode; readonly detail?: ReactNode }) {
  return (
    <div className="jh-answer" role="status">
      <p className="jh-answer-line">{children}</p>
      {detail ? <p className="jh-answer-detail">{detail}</p> : null}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly id?: string;
}

export function Section({ title, hint, actions, children, id }: SectionProps) {
  return (
    <section className="jh-section" id={id}>
      <header className="jh-section-head">
        <h2>{title}</h2>
        {hint ? <p className="jh-hint">{hint}</p> : null}
        {actions ? <div className="jh-actions jh-no-print">{actions}</div> : null}
      </header>
      {children}
    </section>
  );
}
