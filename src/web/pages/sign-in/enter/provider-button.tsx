import { useAct } from '#web/api';
import { Button, InlineProblem } from '#web/ui';
import { useWords } from './messages.ts';

/** Goes to the identity provider, and remembers on this device where to come back to. */
export function ProviderButton({ name, to }: { readonly name: string; readonly to: string }) {
  const words = useWords();
  const act = useAct('signIn.beginAtProvider', { keepsAnswers: true });
  function begin() {
    act.mutate(
      {},
      {
        onSuccess: ({ address }) => {
          sessionStorage.setItem('junheng.to', to);
          window.location.assign(address);
        },
      },
    );
  }
  return (
    <div className="jh-form">
      <p className="jh-quiet">{words.or}</p>
      <InlineProblem error={act.error} />
      <div className="jh-actions">
        <Button busy={act.isPending} onClick={begin}>
          {name}
        </Button>
      </div>
    </div>
  );
}
