import { useNavigate, useParams } from 'react-router';
import { useAct, useAnswer } from '#web/api';
import { numberText, useText } from '#web/locale';
import { chinaTime } from '#web/pages/admission/admission-words';
import { Answer, Await, Button, ButtonLink, InlineProblem, Page, Section } from '#web/ui';
import { ChildSection } from './child-result.tsx';
import { useWords } from './messages.ts';
import { steps, stepsDone } from './view-model.ts';

/** How an application stands, and its result with the reasons. */
export function ApplicationPage() {
  const words = useWords();
  const text = useText();
  const go = useNavigate();
  const { area = '', round = '', application = '' } = useParams();
  const params = { area, round, application };
  const asked = useAnswer('admission.application', { params });
  const takeBack = useAct('admission.takeBack');
  const withdraw = useAct('admission.withdraw');
  return (
    <Await asked={asked}>
      {(own) => {
        const done = stepsDone(own);
        const isAnnounced = own.children.some(({ result }) => result !== null);
        const names = own.children
          .map(({ name, result }, at) =>
            words.pair(words.child(name, numberText(at + 1)), result?.school?.name ?? words.nowhere),
          )
          .join('；');
        return (
          <Page title={words.title} subject={text(own.round.name)}>
            <Answer>
              {isAnnounced
                ? words.admitted(names)
                : own.state === 'draft'
                  ? words.draft
                  : own.state === 'withdrawn'
                    ? words.withdrawn
                    : words.handedIn(chinaTime(own.submittedAt ?? ''))}
            </Answer>
            <Section title={words.progress}>
              <ol>
                {steps.map((step) => (
                  <li key={step}>
                    {words.steps[step]} {done.has(step) ? `✓ ${words.done}` : `… ${words.waiting}`}
                  </li>
                ))}
              </ol>
            </Section>
            {own.children.map((child, at) => (
              <ChildSection key={child.id} title={words.child(child.name, numberText(at + 1))} child={child} />
            ))}
            <InlineProblem error={takeBack.error ?? withdraw.error} />
            <div className="jh-actions">
              {own.round.isOpen && own.state === 'submitted' ? (
                <>
                  <Button
                    busy={takeBack.isPending}
                    onClick={() =>
                      takeBack.mutate(
                        { params, body: { seen: own.version } },
                        { onSuccess: () => void go(`/admission/${area}/rounds/${round}/apply/${application}`) },
                      )
                    }
                  >
                    {words.takeBack}
                  </Button>
                  <Button
                    look="danger"
                    busy={withdraw.isPending}
                    onClick={() => withdraw.mutate({ params, body: { seen: own.version } })}
                  >
                    {words.withdraw}
                  </Button>
                </>
              ) : null}
              <ButtonLink to={`/admission/${area}/rounds/${round}`}>{words.verify}</ButtonLink>
              <ButtonLink to={`/admission/${area}`}>{words.back}</ButtonLink>
            </div>
          </Page>
        );
      }}
    </Await>
  );
}
