import { NavLink } from 'react-router';
import { useAnswer } from '#web/api';
import { useShellMessages } from './messages.ts';

/** Who one is here: a trial, somebody signed in, or nobody yet. */
export function PersonLink() {
  const words = useShellMessages();
  const { data: state } = useAnswer('signIn.state', {});
  if (state === undefined) return null;
  const isHere = state.isSignedIn || state.isTrial;
  return (
    <NavLink to={isHere ? '/account' : '/sign-in'} className="jh-top-button jh-person jh-no-print">
      {state.isSignedIn ? words.account : state.isTrial ? words.trial : words.signIn}
    </NavLink>
  );
}
