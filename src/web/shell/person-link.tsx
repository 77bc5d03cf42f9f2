import { Link, NavLink } from 'react-router';
import { useAnswer } from '#web/api';
import { useShellMessages } from './messages.ts';
import { useView } from './use-view.ts';

/** Who I am to the system: nobody asks that before somebody is there. */
export function useMe() {
  const { data: state } = useAnswer('signIn.state', {});
  const isHere = state?.isSignedIn === true || state?.isTrial === true;
  const { data: me } = useAnswer('people.me', {}, { enabled: isHere });
  return { isKnown: state !== undefined && (!isHere || me !== undefined), me: isHere ? me : undefined };
}

/** The way to who I am and to my account; in a trial also to acting as somebody else. */
export function PersonLink() {
  const words = useShellMessages();
  const view = useView();
  const { isKnown, me } = useMe();
  if (!isKnown) return null;
  const name = me === undefined ? words.signIn : me.kind === 'trial' ? words.trial : me.name;
  return (
    <NavLink
      to={me === undefined ? '/sign-in' : view.hrefTo('/me')}
      className="jh-top-button jh-person jh-no-print"
      aria-label={me === undefined ? name : `${words.me}: ${name}`}
    >
      {name}
    </NavLink>
  );
}

/** Says on every page that this is a trial. */
export function TrialStrip() {
  const words = useShellMessages();
  const view = useView();
  const { me } = useMe();
  if (me?.isTrial !== true) return null;
  return (
    <aside className="jh-trial jh-no-print" aria-label={words.trial}>
      {words.trialHint} <Link to={view.hrefTo('/me')}>{words.actAs}</Link>
    </aside>
  );
}
