import { useQuery } from '@tanstack/react-query';
import { type Answer, call } from '#web/api';
import { useView } from '#web/shell';

type Findings = Answer<'balance.findings'>;

/** More than this a list is not read through by anybody; the page says so. */
const most = 5_000;

/** All findings of an area and year, grave ones first; the answer comes in pages. */
export function useFindings() {
  const { area, year } = useView();
  return useQuery<Findings>({
    queryKey: ['balance.findings', { area, year }],
    queryFn: async ({ signal }) => {
      const ask = (cursor: string | undefined) =>
        call('balance.findings', { params: { area }, query: { year: year ?? undefined, limit: 1000, cursor }, signal });
      const first = await ask(undefined);
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
