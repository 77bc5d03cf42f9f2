import { useQuery } from '@tanstack/react-query';
import { type Answer, call } from '#web/api';

export type LedgerPage = Answer<'ledger.lines'>;

/** More than this a list is not read through by anybody; the page says so. */
const most = 8_000;

/** All lines of an area, or of one school: the answer comes in pages, the list wants it whole. */
export function useLines(area: string, unit?: string) {
  return useQuery<LedgerPage>({
    queryKey: ['ledger.lines', { area, unit }],
    queryFn: async ({ signal }) => {
      const ask = (cursor?: string) =>
        call('ledger.lines', { params: { area }, query: { limit: 2000, cursor, unit }, signal });
      const first = await ask();
      const rows = [...first.rows];
      for (let cursor = first.nextCursor; cursor !== null && rows.length < most; ) {
        const next = await ask(cursor);
        rows.push(...next.rows);
        cursor = next.nextCursor;
      }
      return { ...first, rows, nextCursor: null };
    },
  });
}
