export { bindSignIn, sessionCookie, type SignInDoors } from './routes.ts';
