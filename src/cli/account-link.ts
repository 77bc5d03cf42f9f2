import { signInErrors } from '#core/sign-in';

/** A one-time link: for the account of that name, or without one for the first administrator. */
export async function accountLink({ login }: { readonly login?: string }): Promise<string | undefined> {
  const { oneTimeLink, withApplication } = await import('#app');
  return withApplication({}, async ({ signIn, config, now }) => {
    const ours = config.publicAddress ?? `http://localhost:${config.port}`;
    if (login === undefined) {
      const token = await signIn.firstLink(now());
      return token === undefined ? undefined : oneTimeLink(ours, token);
    }
    const person = await signIn.personOf(login);
    if (person === undefined) throw signInErrors.accountMissing();
    return oneTimeLink(ours, await signIn.resetLink(person, 'operator', now()));
  });
}
