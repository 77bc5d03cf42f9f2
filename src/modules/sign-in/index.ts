export { bindSignIn, type SignInDoors, sessionCookie } from './routes.ts';
