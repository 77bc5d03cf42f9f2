import type { Overview } from '#contracts/balance';
import { RefusedRequest, useAct } from '#web/api';
import { numberText, schoolYearText, useCommon, useLanguage, useText } from '#web/locale';
import { useView } from '#web/shell';
import { Await, Banner, Button, ButtonLink, Notice, Page } from '#web/ui';
import { AreasBelow } from './areas-below.tsx';
import { Changes } from './changes.tsx';
import { Coefficients } from './coefficients.tsx';
import { Gaps } from './gaps.tsx';
import { Headline } from './headline.tsx';
import { useWords } from './messages.ts';
import { Parts } from './parts.tsx';
import { SchoolMap } from './school-map.tsx';
import { useOverview } from './use-overview.ts';
import { isCounty } from './view-model.ts';

function Warnings({ overview }: { readonly overview: Overview }) {
  const words = useWords();
  const { states } = useCommon();
  const view = useView();
  const take = useAct('balance.takeSnapshot');
  const missing = overview.schoolsWithoutFacts.length;
  return (
    <>
      {overview.snapshot?.stale ? (
        <Banner
          kind="stale"
          title={states.staleTitle}
          action={
            <Button
              busy={take.isPending}
              onClick={() =>
                take.mutate({
                  params: { area: overview.area.code },
                  body: { year: overview.schoolYear, standard: overview.standard.id },
                })
              }
            >
              {take.isPending ? states.recomputing : states.recompute}
            </Button>
          }
        >
          {states.staleHint}
        </Banner>
      ) : null}
      {missing > 0 ? (
        <Banner
          kind="partial"
          title={states.partialTitle(numberText(missing))}
          action={<ButtonLink to={view.href('import')}>{words.missingAction}</ButtonLink>}
        >
          {overview.schoolsWithoutFacts
            .slice(0, 3)
            .map((school) => school.name)
            .join(' / ')}
          {missing > 3 ? ' …' : ''}
        </Banner>
      ) : null}
    </>
  );
}

export function CountyOverviewPage() {
  const words = useWords();
  const { actions } = useCommon();
  const text = useText();
  const view = useView();
  const { language } = useLanguage();
  const asked = useOverview();
  if (asked.error instanceof RefusedRequest && asked.error.problem.code === 'balance.noFacts') {
    return (
      <Page title={words.title}>
        <Notice
          kind="empty"
          title={words.emptyTitle}
          action={
            <ButtonLink look="strong" to={view.href('import')}>
              {words.emptyAction}
            </ButtonLink>
          }
        >
          <p>{words.empty}</p>
        </Notice>
      </Page>
    );
  }
  return (
    <Await asked={asked} rows={14}>
      {(overview) => (
        <Page
          title={`${overview.area.name} · ${text(overview.standard.name)}`}
          subject={schoolYearText(overview.schoolYear, language)}
          actions={
            <>
              <ButtonLink to={view.href('schools')}>{words.toSchools}</ButtonLink>
              <Button onClick={() => window.print()}>{actions.print}</Button>
            </>
          }
        >
          <Headline overview={overview} />
          <Warnings overview={overview} />
          <div className="jh-columns">
            {isCounty(overview) ? <Coefficients overview={overview} /> : <AreasBelow overview={overview} />}
            <div className="jh-page">
              <SchoolMap overview={overview} />
              <Changes overview={overview} />
            </div>
          </div>
          <Gaps overview={overview} />
          {overview.parts.length > 0 ? <Parts overview={overview} /> : null}
        </Page>
      )}
    </Await>
  );
}
