import type { MigrationFolder } from '#core/db';

export { errors as signInErrors } from './errors.ts';
export { type Errand, type IdentityProvider, openIdentityProvider } from './identity-provider.ts';
export type { From, Identified } from './model.ts';
export { openSignIn, type SignIn } from './open-sign-in.ts';
export { readSignInPolicy, type SignInPolicy } from './policy.ts';

export const signInMigrations: MigrationFolder = {
  owner: 'sign-in',
  folder: new URL('./migrations/', import.meta.url),
};
