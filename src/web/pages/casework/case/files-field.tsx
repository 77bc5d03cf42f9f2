import { type ChangeEvent, useId } from 'react';
import type { CaseDetail } from '#contracts/casework';
import { useAct } from '#web/api';
import { numberText } from '#web/locale';
import { Button, InlineProblem } from '#web/ui';
import { useWords } from './messages.ts';

export type CaseFiles = CaseDetail['history'][number]['files'];

interface Props {
  readonly detail: Pick<CaseDetail, 'area' | 'unit'>;
  readonly files: CaseFiles;
  /** Least number the action asks for. */
  readonly evidence: number;
  readonly onChange: (files: CaseFiles) => void;
}

/** Files that go with an action; each is sent as soon as it is chosen. */
export function FilesField({ detail, files, evidence, onChange }: Props) {
  const words = useWords();
  const add = useAct('files.add', { keepsAnswers: true });
  const id = useId();
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.target.files ?? [])];
    event.target.value = '';
    let taken = files;
    for (const file of chosen) {
      const form = new FormData();
      form.set('file', file);
      const query = { area: detail.area.slice(0, 6), ...(detail.unit === null ? {} : { unit: detail.unit }) };
      const added = await add.mutateAsync({ query, form }).catch(() => null);
      if (added === null) return;
      taken = [...taken, { file: added.id, name: added.name }];
      onChange(taken);
    }
  };
  return (
    <div className="jh-field jh-field-wide">
      <label htmlFor={id}>
        {words.files}
        {evidence > 0 ? <span className="jh-unit"> {words.evidence(numberText(evidence))}</span> : null}
      </label>
      <input id={id} type="file" multiple disabled={add.isPending} onChange={(event) => void take(event)} />
      {add.isPending ? <span role="status">{words.uploading}</span> : null}
      <InlineProblem error={add.error} />
      {files.length === 0 ? null : (
        <ul className="jh-plain-list">
          {files.map(({ file, name }) => (
            <li key={file}>
              {name}{' '}
              <Button
                look="quiet"
                aria-label={words.removeFile(name)}
                onClick={() => onChange(files.filter((one) => one.file !== file))}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
