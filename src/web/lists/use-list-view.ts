import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type ListView, readListView, writeListView } from './list-view.ts';

/** The view of a list as the address states it, and the way to change it. */
export function useListView(id: string): {
  readonly view: ListView;
  readonly parameters: URLSearchParams;
  readonly change: (changes: Partial<ListView>) => void;
  readonly replace: (change: (current: URLSearchParams) => URLSearchParams) => void;
} {
  const [parameters, setParameters] = useSearchParams();
  const view = useMemo(() => readListView(parameters, id), [parameters, id]);
  const replace = useCallback(
    (make: (current: URLSearchParams) => URLSearchParams) =>
      setParameters(make, { replace: true, preventScrollReset: true }),
    [setParameters],
  );
  const change = useCallback(
    (changes: Partial<ListView>) =>
      replace((current) => writeListView(current, id, { ...readListView(current, id), ...changes })),
    [replace, id],
  );
  return { view, parameters, change, replace };
}

/**
 * The view with what was just asked already in it: the address follows a moment later, when all rows are drawn again,
 * and a box that stays empty until then seems not to have been ticked.
 */
export function useListViewAhead(id: string): ReturnType<typeof useListView> {
  const { view, parameters, change, replace } = useListView(id);
  const [ahead, setAhead] = useState<ListView | null>(null);
  const [told, setTold] = useState(view);
  if (told !== view) {
    setTold(view);
    setAhead(null);
  }
  const shown = ahead ?? view;
  return {
    view: shown,
    parameters,
    replace,
    change: (changes) => {
      setAhead({ ...shown, ...changes });
      change(changes);
    },
  };
}
