import { Link } from 'react-router';
import type { RemedyPlan } from '#contracts/balance';
import { useAct } from '#web/api';
import { numberText } from '#web/locale';
import { useView } from '#web/shell';
import { Button, InlineProblem } from '#web/ui';
import { useWords } from './messages.ts';

/** Takes what the plan buys into the ledger: each step is a line that closes when its pieces are reported. */
export function TakePlan({ plan }: { readonly plan: RemedyPlan }) {
  const words = useWords();
  const view = useView();
  const act = useAct('ledger.takePlan', { keepsAnswers: true });
  const steps = plan.steps.filter(({ kind, amount }) => kind === 'buy' && amount > 0);
  if (plan.area.level !== 'county' || steps.length === 0) return null;
  if (act.data) {
    return (
      <span role="status">
        {words.taken(numberText(act.data.added), numberText(act.data.changed), numberText(act.data.kept))}{' '}
        <Link to={view.href('ledger')}>{words.toLedger}</Link>
      </span>
    );
  }
  return (
    <>
      <Button
        busy={act.isPending}
        onClick={() =>
          act.mutate({
            params: { area: plan.area.code },
            body: {
              standard: plan.standard.id,
              year: plan.schoolYear,
              steps: steps.map(({ unit, stage, indicator, amount, costFen }) => ({
                unit,
                stage,
                indicator,
                amount,
                costFen,
              })),
            },
          })
        }
      >
        {words.take(numberText(steps.length))}
      </Button>
      <InlineProblem error={act.error} />
    </>
  );
}
