import { Component, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { RefusedRequest, UnreachableServer } from '#web/api';
import { useCommon, useText } from '#web/locale';
import { Button } from './button.tsx';
import { ButtonLink } from './button-link.tsx';

interface NoticeProps {
  readonly kind: 'empty' | 'refused' | 'failed' | 'partial' | 'stale';
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** It is all the page has to say, so its title is the page's title. */
  readonly alone?: boolean;
}

/** A whole page or section that has something to say instead of data. */
export function Notice({ kind, title, children, action, alone = false }: NoticeProps) {
  const Heading = alone ? 'h1' : 'h2';
  return (
    <section className={`jh-notice jh-notice-${kind}`} role={kind === 'failed' ? 'alert' : undefined}>
      <Heading>{title}</Heading>
      {children ? <div className="jh-notice-body">{children}</div> : null}
      {action ? <div className="jh-actions jh-no-print">{action}</div> : null}
    </section>
  );
}

/** A line above a page that still shows its data: stale, partial. */
export function Banner({ kind, title, children, action }: NoticeProps) {
  return (
    <aside className={`jh-banner jh-banner-${kind}`} aria-label={title}>
      <p>
        <strong>{title}</strong> {children}
      </p>
      {action ? <div className="jh-actions jh-no-print">{action}</div> : null}
    </aside>
  );
}

/** What stands where an answer will be: the page's shape in grey, at once. */
export function Skeleton({ rows = 6, alone = true }: { readonly rows?: number; readonly alone?: boolean }) {
  const { loading } = useCommon().states;
  return (
    <div className="jh-skeleton" role="status" aria-label={loading}>
      {alone ? <h1 className="jh-unseen">{loading}</h1> : null}
      <span className="jh-skeleton-title" />
      <span className="jh-skeleton-line" />
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="jh-skeleton-row" />
      ))}
    </div>
  );
}

interface FailureProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly alone?: boolean;
}

/** A part of the program that is loaded when it is first needed did not come, each browser in its own words. */
function isMissingPart(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    /dynamically imported module|Importing a module script|Failed to fetch/.test(error.message)
  );
}

/** To the sign-in page and back to where one is. */
function SignInLink() {
  const words = useCommon();
  const { pathname, search } = useLocation();
  return <ButtonLink to={`/sign-in?to=${encodeURIComponent(pathname + search)}`}>{words.actions.signIn}</ButtonLink>;
}

/** Refused, missing, unreachable or failed: each says what happened and what to do. */
export function Failure({ error, onRetry, alone = true }: FailureProps) {
  const words = useCommon();
  const text = useText();
  const retry = <Button onClick={onRetry ?? (() => window.location.reload())}>{words.actions.retry}</Button>;
  if (error instanceof UnreachableServer || isMissingPart(error)) {
    return (
      <Notice alone={alone} kind="failed" title={words.states.networkTitle} action={retry}>
        <p>{words.states.networkHint}</p>
      </Notice>
    );
  }
  if (error instanceof RefusedRequest) {
    const { problem } = error;
    const isNobody = problem.code === 'access.signInFirst';
    const refused = problem.status === 401 || problem.status === 403;
    const missing = problem.status === 404;
    const title = refused ? words.states.refusedTitle : missing ? words.states.missingTitle : words.states.failedTitle;
    const hint = refused ? words.states.refusedHint : missing ? words.states.missingHint : null;
    return (
      <Notice
        alone={alone}
        kind={refused ? 'refused' : 'failed'}
        title={title}
        action={isNobody ? <SignInLink /> : refused ? null : retry}
      >
        <p>{text(problem.message)}</p>
        {problem.remedy ? <p>{text(problem.remedy)}</p> : hint ? <p>{hint}</p> : null}
        <p className="jh-quiet">
          {words.states.code}: <code>{problem.code}</code>
        </p>
      </Notice>
    );
  }
  return (
    <Notice
      alone={alone}
      kind="failed"
      title={words.states.crashTitle}
      action={<Button onClick={() => window.location.reload()}>{words.states.reload}</Button>}
    >
      <p>{words.states.crashHint}</p>
    </Notice>
  );
}

/** Keeps a fault in one page from taking the whole window. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    return this.state.error === null ? this.props.children : <Failure error={this.state.error} />;
  }
}

interface Asked<Answer> {
  readonly data: Answer | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

interface AwaitProps<Answer> {
  readonly asked: Asked<Answer>;
  readonly rows?: number;
  /** It is a part of a page that has its own title. */
  readonly nested?: boolean;
  readonly children: (answer: Answer) => ReactNode;
}

/** Skeleton while asking, the failure if it failed, else the answer; an answer once had stays while it is asked again. */
export function Await<Answer>({ asked, rows = 6, nested = false, children }: AwaitProps<Answer>) {
  if (asked.data !== undefined) return children(asked.data);
  if (asked.isPending) return <Skeleton rows={rows} alone={!nested} />;
  return <Failure error={asked.error} alone={!nested} onRetry={() => void asked.refetch()} />;
}
