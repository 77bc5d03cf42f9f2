import { useCommon } from '#web/locale';
import type { Status } from './status.ts';

/** The word for a status in the reader's language. */
export function useVerdictWord(): (status: Status) => string {
  const { verdicts } = useCommon();
  return (status) => verdicts[status];
}
