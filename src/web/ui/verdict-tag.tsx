import { useCommon } from '#web/locale';
import type { Status } from './status.ts';
import { StatusMark } from './status-mark.tsx';

/** A verdict as shape, colour and word. */
export function VerdictTag({ status, count }: { readonly status: Status; readonly count?: string }) {
  const words = useCommon().verdicts;
  return (
    <span className={`jh-verdict jh-${status}`}>
      <StatusMark status={status} />
      <span>{words[status]}</span>
      {count === undefined ? null : <span className="jh-number">{count}</span>}
    </span>
  );
}
