import { lazy, Suspense } from 'react';
import { useAnswer } from '#web/api';
import { instantText, useCommon, useText } from '#web/locale';
import { Await, readTraceKey, type TraceKey, TraceTree } from '#web/ui';
import { useShellMessages } from './messages.ts';
import { useView } from './use-view.ts';

const TraceDrawer = lazy(async () => ({ default: (await import('./trace-drawer.tsx')).TraceDrawer }));

function TraceOf({ traced }: { readonly traced: TraceKey }) {
  const view = useView();
  const words = useCommon().trace;
  const shell = useShellMessages();
  const text = useText();
  const asked = useAnswer('balance.trace', {
    params: { area: view.area },
    query: { ...traced, year: view.year ?? undefined, standard: view.standard ?? undefined },
  });
  return (
    <Await asked={asked} rows={4} nested>
      {(answer) => (
        <>
          <TraceTree node={answer.trace} />
          <dl className="jh-facts">
            <dt>{words.clause}</dt>
            <dd>{answer.clause}</dd>
            <dt>{shell.traceOf}</dt>
            <dd>{text(answer.document)}</dd>
            {answer.snapshot ? (
              <>
                <dt>{words.snapshot}</dt>
                <dd className="jh-number">
                  {answer.snapshot.id.slice(0, 12)} · {instantText(answer.snapshot.createdAt)}
                </dd>
              </>
            ) : null}
          </dl>
        </>
      )}
    </Await>
  );
}

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
