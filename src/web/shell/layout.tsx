import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { useAnswer } from '#web/api';
import { useCommon } from '#web/locale';
import { FaultBoundary, Skeleton } from '#web/ui';
import { groupOf, groups, readAreaPath, type Screen, screenGroups } from './address.ts';
import { AreaTree } from './area-tree.tsx';
import { useShellMessages } from './messages.ts';
import { PersonLink, TrialStrip } from './person-link.tsx';
import { ReadingSettings } from './reading-settings.tsx';
import { SearchBox } from './search-box.tsx';
import { TasksLink } from './tasks-link.tsx';
import { TracePanel } from './trace-panel.tsx';
import { useView } from './use-view.ts';
import { ViewSwitches } from './view-switches.tsx';

const JobStrip = lazy(async () => ({ default: (await import('./jobs/job-strip.tsx')).JobStrip }));

function Breadcrumb({ path }: { readonly path: readonly { readonly code: string; readonly name: string }[] }) {
  const words = useShellMessages();
  const view = useView();
  return (
    <nav aria-label={words.breadcrumb} className="jh-breadcrumb">
      <ol>
        {path.map((area, index) => (
          <li key={area.code}>
            <Link
              to={view.href('overview', '', {}, area.code)}
              aria-current={index === path.length - 1 ? 'location' : undefined}
            >
              {area.name}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A row of links that scrolls where it is too long, with the present page in sight. */
function LinkRow({
  name,
  label,
  children,
}: {
  readonly name: string;
  readonly label: string;
  readonly children: ReactNode;
}) {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    // Not scrollIntoView: the Tab key would then begin at the link instead of at the top of the page.
    const links = row.current;
    const current = links?.querySelector<HTMLElement>('[aria-current]');
    if (links && current) {
      links.scrollLeft = current.offsetLeft - links.offsetLeft - (links.clientWidth - current.offsetWidth) / 2;
    }
  }, []);
  return (
    <nav className={`${name} jh-no-print`} aria-label={label} ref={row}>
      {children}
    </nav>
  );
}

function ScreenLinks({ screen }: { readonly screen: Screen }) {
  const words = useShellMessages();
  const view = useView();
  const present = groupOf(screen);
  return (
    <>
      <LinkRow name="jh-groups" label={words.groupsNav}>
        {groups.map((group) => (
          <Link
            key={group}
            to={view.href(screenGroups[group][0])}
            className="jh-group-link"
            aria-current={group === present ? 'true' : undefined}
          >
            {words.groups[group]}
          </Link>
        ))}
        <NavLink to={view.hrefTo('/standards', { area: view.area })} className="jh-group-link">
          {words.standards}
        </NavLink>
        <NavLink to={view.hrefTo('/clauses', { area: view.area })} className="jh-group-link">
          {words.clauses}
        </NavLink>
      </LinkRow>
      <LinkRow name="jh-screens" label={words.pages}>
        {screenGroups[present].map((one) => (
          <NavLink key={one} to={view.href(one)} className="jh-screen-link">
            {words.screens[one]}
          </NavLink>
        ))}
      </LinkRow>
    </>
  );
}

/** The frame of every page: areas at the left, the view above, the page below. */
export function Layout() {
  const words = useShellMessages();
  const common = useCommon();
  const { pathname } = useLocation();
  const { area } = useView();
  const { data: here } = useAnswer('organization.area', { params: { area } }, { enabled: area !== '' });
  // On a phone the tree lies over the page; going to another page closes it.
  const [treeShownAt, setTreeShownAt] = useState<string | null>(null);
  const treeShown = treeShownAt === pathname;
  const path = here ? [...here.path.filter((above) => above.code !== here.code), here] : [];
  return (
    <div className={`jh-shell${treeShown ? ' jh-tree-shown' : ''}`}>
      <a className="jh-skip" href="#content">
        {words.skip}
      </a>
      <header className="jh-top">
        <button
          type="button"
          className="jh-top-button jh-tree-button jh-no-print"
          aria-expanded={treeShown}
          aria-controls="areas"
          onClick={() => setTreeShownAt(treeShown ? null : pathname)}
        >
          {words.areas}
        </button>
        <Link to="/" className="jh-brand" aria-label={`${common.product}: ${words.home}`}>
          {common.product}
        </Link>
        <SearchBox />
        <TasksLink />
        <PersonLink />
        <ReadingSettings />
      </header>
      <div id="areas" className="jh-side jh-no-print">
        <AreaTree above={path.map((above) => above.code)} />
      </div>
      <div className="jh-body">
        <TrialStrip />
        {area === '' ? null : (
          <section className="jh-context" aria-label={words.context}>
            <Breadcrumb path={path} />
            <ViewSwitches years={here?.years ?? []} />
            <ScreenLinks key={pathname} screen={readAreaPath(pathname)?.screen ?? 'overview'} />
          </section>
        )}
        <Suspense fallback={null}>
          <JobStrip />
        </Suspense>
        <main id="content" tabIndex={-1}>
          <FaultBoundary key={pathname}>
            <Suspense fallback={<Skeleton />}>
              <Outlet />
            </Suspense>
          </FaultBoundary>
        </main>
      </div>
      <TracePanel />
    </div>
  );
}
