import { useQuery } from '@tanstack/react-query';
import { type Answer, call } from '#web/api';
import { useView } from '#web/shell';

type SchoolsPage = Answer<'balance.schools'>;

/** More than this a list is not read through by anybody; the page says so. */
const most = 10_000;

/** All school-stages of an area: the answer comes in pages, the table wants it whole; of a very large area those that need attention most. */
export function useSchools() {
  const { area, year, standard } = useView();
  return useQuery<SchoolsPage>({
    queryKey: ['balance.schools', { area, year, standard }],
    queryFn: async ({ signal }) => {
      const ask = (cursor: string | undefined) =>
        call('balance.schools', {
          params: { area },
          query: { year: year ?? undefined, standard: standard ?? undefined, limit: 1000, cursor },
          signal,
        });
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
