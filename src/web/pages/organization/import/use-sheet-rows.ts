import { useQueries } from '@tanstack/react-query';
import type { SheetRow } from '#contracts/organization';
import { call } from '#web/api';
import { useView } from '#web/shell';

const blockSize = 100;

/** The rows of a sheet as far as they are looked at: `numbers` names the rows that can be shown, `start` and `end` those that are. */
export function useSheetRows(
  batch: string,
  sheet: number,
  numbers: readonly number[],
  start: number,
  end: number,
): ReadonlyMap<number, SheetRow> {
  const { area } = useView();
  const blocks: (readonly number[])[] = [];
  for (let first = start - (start % blockSize); first < end; first += blockSize) {
    blocks.push(numbers.slice(first, first + blockSize));
  }
  return useQueries({
    queries: blocks.map((block) => ({
      queryKey: ['organization.sheetRows', { area, batch, sheet, only: block.join(',') }],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        call('organization.sheetRows', {
          params: { area, batch, sheet },
          query: isUnbroken(block) ? { from: block[0] ?? 1, count: block.length } : { only: block.join(',') },
          signal,
        }),
      // A file that was uploaded does not change.
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: byNumber,
  });
}

function byNumber(answers: readonly { readonly data?: { readonly rows: readonly SheetRow[] } | undefined }[]) {
  return new Map(answers.flatMap(({ data }) => (data?.rows ?? []).map((row) => [row.number, row] as const)));
}

const isUnbroken = (block: readonly number[]) => (block.at(-1) ?? 0) - (block[0] ?? 0) === block.length - 1;
