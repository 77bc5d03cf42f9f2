import { type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, type Ask, call, type RouteName } from './call.ts';

/** Asks a route and keeps its answer; `enabled: false` waits until the question is complete. */
export function useAnswer<Name extends RouteName>(
  name: Name,
  ask: Ask<Name>,
  options: { readonly enabled?: boolean } = {},
) {
  return useQuery<Answer<Name>>({
    queryKey: [name, ask] satisfies QueryKey,
    queryFn: ({ signal }) => call(name, { ...ask, signal }),
    ...options,
  });
}

/** Asks a route that changes something; what the screen holds is asked again afterwards. */
export function useAct<Name extends RouteName>(name: Name, options: { readonly keepsAnswers?: boolean } = {}) {
  const answers = useQueryClient();
  return useMutation<Answer<Name>, unknown, Ask<Name>>({
    mutationFn: (ask) => call(name, ask),
    onSuccess: async () => {
      if (!options.keepsAnswers) await answers.invalidateQueries();
    },
  });
}
