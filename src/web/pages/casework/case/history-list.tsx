import type { CaseDetail } from '#contracts/casework';
import { fileAddress } from '#web/api';
import { instantText, useText } from '#web/locale';
import { Section } from '#web/ui';
import { useWords } from './messages.ts';
import { ShownValues } from './shown-values.tsx';

/** Everything that was done, newest first. */
export function HistoryList({ detail }: { readonly detail: CaseDetail }) {
  const words = useWords();
  const text = useText();
  return (
    <Section title={words.history}>
      <ol className="jh-plain-list jh-history" reversed>
        {detail.history.toReversed().map((entry) => (
          <li key={entry.seq}>
            <p className="jh-history-head">
              <strong>{text(entry.title)}</strong> {entry.by}{' '}
              <span className="jh-hint">
                <time dateTime={entry.at}>{instantText(entry.at)}</time>
              </span>
            </p>
            {entry.comment === '' ? null : <p className="jh-said-words">{entry.comment}</p>}
            {entry.fields.length > 0 ? <ShownValues fields={entry.fields} /> : null}
            {entry.files.length > 0 ? (
              <p className="jh-history-files">
                {words.files}:{' '}
                {entry.files.map(({ file, name }) => (
                  <a key={file} href={fileAddress('files.content', { params: { file } })} download>
                    {name}
                  </a>
                ))}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}
