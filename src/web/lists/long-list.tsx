import { lazy, Suspense } from 'react';
import { Skeleton } from '#web/ui';
import type { ListProps } from './list-props.ts';

const ListFrame = lazy(async () => ({ default: (await import('./list-frame.tsx')).ListFrame }));

/**
 * A list of up to some ten thousand rows: search, filters, chosen columns, order and saved views in the address,
 * selection, copying and export of what is shown; a table on a wide window and cards on a phone.
 * It is loaded when the first list is drawn, so that the first view stays small.
 */
export function LongList<Row>(props: ListProps<Row>) {
  if (props.rows.length === 0 && props.empty) return props.empty;
  return (
    <Suspense fallback={<Skeleton rows={8} alone={false} />}>
      {/* A lazy component has no type parameter of its own. */}
      <ListFrame {...(props as unknown as ListProps<unknown>)} />
    </Suspense>
  );
}
