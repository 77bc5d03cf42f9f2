import type { LedgerSummary } from '#contracts/ledger';
import { useLedgerWords } from '#web/pages/conditions/ledger-words';
import { type Status, StatusMark } from '#web/ui';

type Light = LedgerSummary['whole']['lit']['light'];
const statusOfLight: Readonly<Record<Light, Status>> = { red: 'notMet', yellow: 'near', green: 'met' };

/** A light as shape, colour and word. */
export function LightMark({ light }: { readonly light: Light }) {
  const words = useLedgerWords();
  return (
    <span className={`jh-cell-status jh-${statusOfLight[light]}`}>
      <StatusMark status={statusOfLight[light]} size={9} />
      {words.lights[light]}
    </span>
  );
}
