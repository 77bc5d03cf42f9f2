import { useAnswer } from '#web/api';
import { useView } from '#web/shell';
import { Await, Page } from '#web/ui';
import { Batches } from './batches.tsx';
import { useWords } from './messages.ts';
import { PreviewOf } from './preview.tsx';
import { Submissions } from './submissions.tsx';
import { Upload } from './upload.tsx';
import { useCheckedFile } from './use-checked-file.ts';
import { YearLocks } from './year-locks.tsx';

export function ImportPage() {
  const words = useWords();
  const view = useView();
  const here = useAnswer('organization.area', { params: { area: view.area } });
  const batches = useAnswer('organization.imports', { params: { area: view.area } });
  const open = view.read('batch');
  const checked = useCheckedFile(open);
  const years = here.data?.years ?? [];
  const year = view.year ?? years[0];
  return (
    <Page title={words.title} subject={here.data?.name ?? ''}>
      {open === '' ? (
        <Upload years={years} />
      ) : (
        <Await asked={checked} nested>
          {(file) => <PreviewOf key={file.batch} file={file} />}
        </Await>
      )}
      {open === '' ? (
        <>
          {batches.data ? <Batches batches={batches.data.rows} /> : null}
          {year === undefined ? null : <Submissions year={year} />}
          <YearLocks />
        </>
      ) : null}
    </Page>
  );
}
