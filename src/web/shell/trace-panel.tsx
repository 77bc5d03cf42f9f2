import { lazy, Suspense } from 'react';
import { useCommon } from '#web/locale';
import { readTraceKey } from '#web/ui';
import { useView } from './use-view.ts';

const TraceDrawer = lazy(async () => ({ default: (await import('./trace-drawer.tsx')).TraceDrawer }));
const TraceOf = lazy(async () => ({ default: (await import('./trace-of.tsx')).TraceOf }));

/** Opens where the address asks for a trace; closing takes it out of the address. */
export function TracePanel() {
  const view = useView();
  const words = useCommon().trace;
  const traced = readTraceKey(view.read('trace'));
  if (!traced || view.area === '') return null;
  return (
    <Suspense fallback={null}>
      <TraceDrawer open title={words.title} onClose={() => view.change({ trace: null })}>
        <TraceOf traced={traced} />
      </TraceDrawer>
    </Suspense>
  );
}
