import { useAnswer } from '#web/api';
import { numberText } from '#web/locale';
import { Answer, Await, Banner, ButtonLink, Notice, Page } from '#web/ui';
import { Contacts } from './contacts.tsx';
import { useWords } from './messages.ts';
import { PasswordForm } from './password-form.tsx';
import { SecondFactor } from './second-factor.tsx';
import { Sessions } from './sessions.tsx';
import { SignOutButton } from './sign-out-button.tsx';

export function AccountPage() {
  const words = useWords();
  const state = useAnswer('signIn.state', {});
  const own = useAnswer('signIn.own', {}, { enabled: state.data?.isSignedIn === true });
  return (
    <Await asked={state}>
      {({ isSignedIn, isTrial }) =>
        isSignedIn ? (
          <Await asked={own}>
            {(account) => (
              <Page title={words.title} actions={<SignOutButton />}>
                {account.mustChangePassword ? (
                  <Banner kind="stale" title={words.mustChange}>
                    {words.mustChangeHint}
                  </Banner>
                ) : null}
                <Answer>{words.answer(account.login, numberText(account.sessions.length))}</Answer>
                <PasswordForm changedAt={account.passwordAt} login={account.login} />
                <SecondFactor isOn={account.totpIsOn} codesLeft={account.recoveryCodesLeft} />
                <Contacts phone={account.phone} email={account.email} />
                <Sessions sessions={account.sessions} />
              </Page>
            )}
          </Await>
        ) : (
          <Notice
            alone
            kind="empty"
            title={words.noneTitle}
            action={<ButtonLink to="/sign-in">{words.signIn}</ButtonLink>}
          >
            <p>{isTrial ? words.noneTrial : words.none}</p>
          </Notice>
        )
      }
    </Await>
  );
}
