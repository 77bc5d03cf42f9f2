import { useView } from '#web/shell';
import { ButtonLink, isRefusedAs, Notice } from '#web/ui';
import { useSeatsWords } from './messages.ts';

/** What stands instead of a page of seats that cannot be: another area is wanted, or there are no figures yet. */
export function SeatsRefused({ error }: { readonly error: unknown }) {
  const words = useSeatsWords();
  const view = useView();
  if (isRefusedAs(error, 'seats.notACounty')) {
    return (
      <Notice kind="empty" title={words.notACountyTitle} alone>
        <p>{words.notACounty}</p>
      </Notice>
    );
  }
  if (!isRefusedAs(error, 'seats.noHistory')) return null;
  return (
    <Notice
      kind="empty"
      title={words.noHistoryTitle}
      alone
      action={<ButtonLink to={view.href('import')}>{words.import}</ButtonLink>}
    >
      <p>{words.noHistory}</p>
    </Notice>
  );
}
