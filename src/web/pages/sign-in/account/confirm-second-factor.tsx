import { useMemo, useState } from 'react';
import { renderSVG } from 'uqr';
import { useAct } from '#web/api';
import { Button, Field, InlineProblem } from '#web/ui';
import { useWords } from './messages.ts';

/** The QR code and the first code from the app; then the recovery codes, this once. */
export function ConfirmSecondFactor({ secret, address }: { readonly secret: string; readonly address: string }) {
  const words = useWords();
  const [code, setCode] = useState('');
  const act = useAct('signIn.confirmSecondFactor', { keepsAnswers: true });
  const picture = useMemo(() => `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(address))}`, [address]);
  if (act.data !== undefined) {
    return (
      <div className="jh-form" role="status">
        <p>{words.codes}</p>
        <ul className="jh-codes">
          {act.data.recoveryCodes.map((each) => (
            <li key={each}>
              <code>{each}</code>
            </li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <form
      className="jh-form"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate({ body: { code } });
      }}
    >
      <p>{words.scan}</p>
      <img src={picture} alt={words.qr} width={200} height={200} />
      <p className="jh-quiet">
        {words.typed}
        <code>{secret}</code>
      </p>
      <Field label={words.code} value={code} onChange={setCode} autoComplete="one-time-code" />
      <InlineProblem error={act.error} />
      <div className="jh-actions">
        <Button look="strong" type="submit" busy={act.isPending} disabled={code.trim().length < 6}>
          {words.confirm}
        </Button>
      </div>
    </form>
  );
}
