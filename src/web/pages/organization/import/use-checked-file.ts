import { useQueryClient } from '@tanstack/react-query';
import { useAnswer } from '#web/api';
import { useView } from '#web/shell';
import { type CheckedFile, joinChecked, type Preview } from './view-model.ts';

const previewKey = (batch: string) => ['import-preview', batch] as const;

/** Keeps what only the answer to an upload says, until the page is left. */
export function useKeepPreview(): (preview: Preview) => void {
  const answers = useQueryClient();
  return (preview) => answers.setQueryData(previewKey(preview.batch), preview);
}

interface Asked {
  readonly data: CheckedFile | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

/** The checked file that the address names. */
export function useCheckedFile(batch: string): Asked {
  const { area } = useView();
  const answers = useQueryClient();
  const enabled = batch !== '';
  const head = useAnswer('organization.import', { params: { area, batch } }, { enabled });
  const findings = useAnswer(
    'organization.importFindings',
    { params: { area, batch }, query: { limit: 1000 } },
    { enabled },
  );
  const preview = answers.getQueryData<Preview>(previewKey(batch));
  return {
    data: head.data && findings.data ? joinChecked(head.data, findings.data.rows, preview) : undefined,
    error: head.error ?? findings.error,
    isPending: head.isPending || findings.isPending,
    refetch: () => Promise.all([head.refetch(), findings.refetch()]),
  };
}
