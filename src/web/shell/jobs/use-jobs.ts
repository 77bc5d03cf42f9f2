import { useIsFetching, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '#web/api';
import { askEveryMs, sortJobs } from './view-model.ts';

const key = ['jobs.strip'] as const;
/** A page that waits longer than this may be waiting for a job. */
const patienceMs = 900;

/** The jobs that this person may see, asked closely while something is under way. */
export function useJobs() {
  const answers = useQueryClient();
  const isWaiting = useLongWait();
  const asked = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call('jobs.jobs', { signal }),
    refetchInterval: ({ state }) => askEveryMs(sortJobs(state.data?.rows ?? [], 0).open.length, isWaiting),
    retry: false,
  });
  return {
    ...sortJobs(asked.data?.rows ?? [], asked.dataUpdatedAt),
    async cancel(job: string) {
      await call('jobs.cancel', { params: { job } }).catch(() => {});
      await answers.invalidateQueries({ queryKey: key });
    },
  };
}

/** Whether some other question of the page has been without an answer for a while. */
function useLongWait(): boolean {
  const waiting = useIsFetching({ predicate: ({ queryKey }) => queryKey[0] !== key[0] }) > 0;
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(waiting), waiting ? patienceMs : 0);
    return () => clearTimeout(timer);
  }, [waiting]);
  return isLong;
}
