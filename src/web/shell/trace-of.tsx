import { useAnswer } from '#web/api';
import { instantText, useCommon, useText } from '#web/locale';
import { Await, type TraceKey } from '#web/ui';
import { useShellMessages } from './messages.ts';
import { TraceTree } from './trace-tree.tsx';
import { useView } from './use-view.ts';

/** How a figure came about, with the clause and the document it follows. */
export function TraceOf({ traced }: { readonly traced: TraceKey }) {
  const view = useView();
  const words = useCommon().trace;
  const shell = useShellMessages();
  const text = useText();
  const asked = useAnswer('balance.trace', {
    params: { area: view.area },
    query: { ...traced, year: view.year ?? undefined, standard: traced.standard ?? view.standard ?? undefined },
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
