import { useState } from 'react';
import { useAct } from '#web/api';
import { numberText } from '#web/locale';
import { countUnsent, sendEverything, wipeDevice } from '#web/offline';
import { Button } from '#web/ui';
import { useWords } from './messages.ts';

/** Signs out and forgets what was kept on this device; answers that could not be sent yet are told first. */
export function SignOutButton() {
  const words = useWords();
  const signOut = useAct('signIn.signOut', { keepsAnswers: true });
  const [unsent, setUnsent] = useState(0);
  const leave = async () => {
    await sendEverything();
    const waiting = await countUnsent();
    if (waiting > 0 && unsent === 0) {
      setUnsent(waiting);
      return;
    }
    signOut.mutate({}, { onSuccess: () => void wipeDevice().finally(() => window.location.assign('/sign-in')) });
  };
  return (
    <>
      {unsent === 0 ? null : <span role="alert">{words.unsent(numberText(unsent))}</span>}
      <Button look={unsent === 0 ? 'plain' : 'danger'} busy={signOut.isPending} onClick={() => void leave()}>
        {unsent === 0 ? words.signOut : words.signOutAnyway}
      </Button>
    </>
  );
}
