import { Suspense } from 'react';
import { Link, Outlet } from 'react-router';
import { useCommon } from '#web/locale';
import { FaultBoundary, Skeleton } from '#web/ui';
import { useShellMessages } from './messages.ts';
import { ReadingSettings } from './reading-settings.tsx';

/** The frame of what is done away from a desk: nothing in it asks the server, so that it also stands without a network. */
export function FieldLayout() {
  const words = useShellMessages();
  const common = useCommon();
  return (
    <div className="jh-field">
      <a className="jh-skip" href="#content">
        {words.skip}
      </a>
      <header className="jh-top">
        <Link to="/" className="jh-brand" aria-label={`${common.product}: ${words.home}`}>
          {common.product}
        </Link>
        <ReadingSettings />
      </header>
      <main id="content" tabIndex={-1} className="jh-field-body">
        <FaultBoundary>
          <Suspense fallback={<Skeleton />}>
            <Outlet />
          </Suspense>
        </FaultBoundary>
      </main>
    </div>
  );
}
