import { useAnswer } from '#web/api';
import { useView } from '#web/shell';
import { Await, Banner, ButtonLink, Page, Section } from '#web/ui';
import { EnterForm } from './enter-form.tsx';
import { useWords } from './messages.ts';
import { ProviderButton } from './provider-button.tsx';
import { pathWithin } from './view-model.ts';

export function EnterPage() {
  const words = useWords();
  const view = useView();
  const asked = useAnswer('signIn.state', {});
  const to = pathWithin(view.read('to'));
  return (
    <Page title={words.title}>
      <Await asked={asked}>
        {({ isTrial, provider }) => (
          <>
            {isTrial ? (
              <Banner kind="partial" title={words.trial} action={<ButtonLink to={to}>{words.goOn}</ButtonLink>}>
                {words.trialHint}
              </Banner>
            ) : null}
            <Section title={words.title}>
              <EnterForm to={to} />
              {provider === null ? null : <ProviderButton name={provider} to={to} />}
              <p className="jh-quiet">{words.lost}</p>
            </Section>
          </>
        )}
      </Await>
    </Page>
  );
}
