import type { Publication } from '#contracts/admission';
import { fileAddress } from '#web/api';
import { chinaTime } from './china-time.ts';
import { useAdmissionWords } from './messages.ts';

interface Props {
  readonly area: string;
  readonly round: string;
  readonly publications: readonly Publication[];
}

/** Everything published of a round, as files to be saved and computed again. */
export function PublishedFiles({ area, round, publications }: Props) {
  const shared = useAdmissionWords();
  return (
    <ul className="jh-plain-list">
      {publications.map(({ edition, kind, at, reason, files }) => (
        <li key={edition}>
          <p>
            <strong>{shared.publications[kind]}</strong> {chinaTime(at)} {reason}
          </p>
          <p className="jh-actions">
            {files.map(({ name }) => (
              <a
                key={name}
                download
                href={fileAddress('admission.file', { params: { area, round, edition: String(edition), file: name } })}
              >
                {name}
              </a>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}
