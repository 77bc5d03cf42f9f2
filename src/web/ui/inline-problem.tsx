import { RefusedRequest, UnreachableServer } from '#web/api';
import { useCommon, useText } from '#web/locale';

/** Why the act just tried was not done, beside the button that tried it. */
export function InlineProblem({ error }: { readonly error: unknown }) {
  const { states } = useCommon();
  const text = useText();
  if (error === null || error === undefined) return null;
  const said =
    error instanceof RefusedRequest
      ? [text(error.problem.message), error.problem.remedy ? text(error.problem.remedy) : ''].filter(Boolean).join(' ')
      : error instanceof UnreachableServer
        ? `${states.networkTitle} ${states.networkHint}`
        : states.failedTitle;
  return (
    <p className="jh-problem" role="alert">
      {said}
    </p>
  );
}
