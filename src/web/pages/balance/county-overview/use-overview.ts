import { useAnswer } from '#web/api';
import { useView } from '#web/shell';

export function useOverview() {
  const { area, year, standard } = useView();
  return useAnswer('balance.overview', {
    params: { area },
    query: { year: year ?? undefined, standard: standard ?? undefined },
  });
}
