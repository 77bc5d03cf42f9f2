import { useEffect, useState } from 'react';
import type { KnownPlace } from '#contracts/forms';
import { useAct } from '#web/api';

type Known = readonly { readonly name: string; readonly places: readonly KnownPlace[] }[];

const pauseMs = 300;

/** Asks, whenever typing pauses, where the fields are known already; null while the answer is out. */
export function useKnownFields(area: string, names: readonly string[]): Known | null {
  const { mutateAsync } = useAct('forms.known', { keepsAnswers: true });
  const [known, setKnown] = useState<{ readonly asked: string; readonly rows: Known }>({ asked: '', rows: [] });
  const asked = names.join('\n');
  useEffect(() => {
    if (asked === '') return;
    let given = true;
    const wait = setTimeout(async () => {
      const answer = await mutateAsync({ params: { area }, body: { names: asked.split('\n') } }).catch(() => null);
      if (given && answer !== null) setKnown({ asked, rows: answer.rows });
    }, pauseMs);
    return () => {
      given = false;
      clearTimeout(wait);
    };
  }, [area, asked, mutateAsync]);
  if (asked === '') return [];
  return known.asked === asked ? known.rows : null;
}
