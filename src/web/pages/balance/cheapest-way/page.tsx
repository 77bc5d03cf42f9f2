import type { RemedyPlan } from '#contracts/balance';
import { moneyText, numberText, schoolYearText, shareText, useCommon, useLanguage, useText } from '#web/locale';
import { Answer, Await, Button, Page, Section, Skeleton, StatusMark } from '#web/ui';
import { Conditions } from './conditions.tsx';
import { useWords } from './messages.ts';
import { CostByIndicator, CostBySchool } from './plan-costs.tsx';
import { PlanCoefficients, PlanSteps } from './plan-tables.tsx';
import { TakePlan } from './take-plan.tsx';
import { usePlan } from './use-plan.ts';
import { gapAtMost, hasPlan } from './view-model.ts';

function PlanHeadline({ plan }: { readonly plan: RemedyPlan }) {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  if (plan.outcome === 'nothingToDo') {
    return (
      <Answer>
        <StatusMark status="met" />
        {words.nothing}
      </Answer>
    );
  }
  if (!hasPlan(plan)) {
    return (
      <Answer detail={plan.notes[0] ? text(plan.notes[0]) : null}>
        <StatusMark status={plan.outcome === 'infeasible' ? 'notMet' : 'noData'} />
        {plan.outcome === 'infeasible'
          ? words.infeasible
          : plan.outcome === 'notFound'
            ? words.notFound
            : words.unknown}
      </Answer>
    );
  }
  const partial = plan.outcome === 'unknown' && plan.notes[0] ? text(plan.notes[0]) : '';
  const rule = plan.ruleCostFen === null ? '' : words.ruleCost(moneyText(plan.ruleCostFen, language));
  const spent = words.spent(numberText(plan.seconds, 1), moneyText(plan.lowerBoundFen, language));
  return (
    <Answer detail={[partial, rule, spent].filter(Boolean).join(words.separator)}>
      {words.answer(moneyText(plan.costFen, language), shareText(gapAtMost(plan.gapShare), 2))}
    </Answer>
  );
}

export function CheapestWayPage() {
  const words = useWords();
  const { actions } = useCommon();
  const text = useText();
  const { language } = useLanguage();
  const state = usePlan();
  const { asked } = state;
  if (asked.data === undefined && asked.isPending) {
    return (
      <Page title={words.title}>
        <p role="status">{words.computing}</p>
        <Skeleton rows={10} alone={false} />
      </Page>
    );
  }
  return (
    <Await asked={asked} rows={12}>
      {(answer) => {
        const plan = { ...answer, indicators: state.indicators };
        return (
          <Page
            title={words.title}
            subject={`${plan.area.name} · ${schoolYearText(plan.schoolYear, language)}`}
            actions={
              <>
                {hasPlan(plan) ? <TakePlan plan={answer} /> : null}
                <Button onClick={() => window.print()}>{actions.print}</Button>
              </>
            }
          >
            <PlanHeadline plan={plan} />
            {hasPlan(plan) ? (
              <>
                <div className="jh-columns jh-columns-even">
                  <PlanCoefficients plan={plan} />
                  <CostByIndicator plan={plan} />
                </div>
                <CostBySchool plan={plan} />
                <PlanSteps plan={plan} />
              </>
            ) : null}
            <Conditions plan={plan} state={state} />
            {plan.notes.length > 0 ? (
              <Section title={words.notes}>
                <ul className="jh-bullets">
                  {plan.notes.map((note) => (
                    <li key={note.en}>{text(note)}</li>
                  ))}
                </ul>
              </Section>
            ) : null}
          </Page>
        );
      }}
    </Await>
  );
}
