import { useEffect } from 'react';
import { Navigate } from 'react-router';
import { useAnswer } from '#web/api';
import { Await, ButtonLink, Notice, Skeleton } from '#web/ui';
import { areaPath } from './address.ts';
import { useShellMessages } from './messages.ts';
import { useMe } from './person-link.tsx';

function Descend({ area }: { readonly area: string }) {
  const words = useShellMessages();
  const asked = useAnswer('organization.children', { params: { area }, query: { only: 'units' } });
  return (
    <Await asked={asked}>
      {({ rows }) => {
        const [only] = rows;
        if (rows.length === 1 && only) {
          return only.level === 'county' ? (
            <Navigate replace to={areaPath(only.code, 'overview')} />
          ) : (
            <Descend area={only.code} />
          );
        }
        if (rows.length > 1 || area !== '000000') return <Navigate replace to={areaPath(area, 'overview')} />;
        return (
          <Notice
            alone
            kind="empty"
            title={words.welcomeTitle}
            action={
              <ButtonLink look="strong" to={areaPath('000000', 'import')}>
                {words.welcomeAction}
              </ButtonLink>
            }
          >
            <p>{words.welcome}</p>
          </Notice>
        );
      }}
    </Await>
  );
}

/** The start page leads to the smallest area that holds all data: for one county, straight to its overview. */
export function Home() {
  const words = useShellMessages();
  useEffect(() => {
    document.title = words.home;
  }, [words]);
  const tasks = useAnswer('casework.count', {});
  // Without an answer, such as for who may not see tasks, home is where the numbers are.
  const { isKnown, me } = useMe();
  if (tasks.isPending || !isKnown) return <Skeleton />;
  // Who belongs to a school has no page of the county to begin with.
  const home = me?.home;
  if (home?.unit) return <Navigate replace to={areaPath(home.area, 'schools', home.unit)} />;
  return tasks.data?.opensHere ? <Navigate replace to="/tasks" /> : <Descend area="000000" />;
}

export function NoSuchPage() {
  const words = useShellMessages();
  return (
    <Notice alone kind="failed" title={words.notFoundTitle}>
      <p>{words.notFound}</p>
    </Notice>
  );
}
