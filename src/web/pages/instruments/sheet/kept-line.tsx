import { instantText, numberText } from '#web/locale';
import type { SheetState } from '#web/offline';
import { Button } from '#web/ui';
import { useWords } from './messages.ts';

/** Where the answers are: all on the server, or some on this device, since when, and why. */
export function KeptLine({ state }: { readonly state: SheetState }) {
  const words = useWords();
  const { waiting, sent, keptAt, isSending } = state;
  const kept = waiting.filter(({ fault }) => fault === null);
  const since = kept[0]?.writtenAt;
  const count = numberText(kept.length);
  const said = () => {
    if (sent === 'signIn') return words.waitingSignIn(count);
    if (sent === 'person') return words.waitingPerson(count);
    if (sent === 'refused') return words.waitingRefused(count);
    if (sent === 'offline') {
      if (since !== undefined) return words.offlineKept(count, instantText(since));
      return keptAt === undefined ? words.offline : words.offlineSince(instantText(keptAt));
    }
    if (kept.length > 0) return isSending ? words.sending(count) : words.waiting(count);
    return keptAt === undefined ? '' : words.saved(instantText(keptAt));
  };
  const isHeld = kept.length > 0 && sent !== undefined && sent !== 'done';
  return (
    <div className={`jh-kept-line${sent === 'offline' ? ' jh-kept-line-offline' : ''}`}>
      <p role="status">{said()}</p>
      {isHeld || sent === 'offline' ? (
        <Button look="quiet" busy={isSending} onClick={() => void state.reload()}>
          {words.tryAgain}
        </Button>
      ) : null}
    </div>
  );
}
