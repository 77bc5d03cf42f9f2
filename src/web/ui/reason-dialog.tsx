import { lazy, Suspense } from 'react';
import type { ReasonRequest } from './reason-modal.tsx';

const ReasonModal = lazy(async () => ({ default: (await import('./reason-modal.tsx')).ReasonModal }));

/** Asks for a reason before something is done; loaded when it is first asked. */
export function ReasonDialog(request: ReasonRequest) {
  return (
    <Suspense fallback={null}>
      <ReasonModal {...request} />
    </Suspense>
  );
}
