import { useEffect, useState } from 'react';

/** Gives the focus back to what had it, for a panel that is taken away before it could do so by itself. */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    },
    [opener],
  );
}
