import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { Home, Layout, NoSuchPage } from '#web/shell';

const CountyOverview = lazy(() => import('./pages/balance/county-overview/page.tsx'));
const Schools = lazy(() => import('./pages/balance/schools/page.tsx'));
const SchoolCard = lazy(() => import('./pages/balance/school-card/page.tsx'));
const Indicator = lazy(() => import('./pages/balance/indicator/page.tsx'));
const CompareAreas = lazy(() => import('./pages/balance/compare-areas/page.tsx'));
const CheapestWay = lazy(() => import('./pages/balance/cheapest-way/page.tsx'));
const DataQuality = lazy(() => import('./pages/balance/data-quality/page.tsx'));
const Attestations = lazy(() => import('./pages/balance/attestations/page.tsx'));
const Reports = lazy(() => import('./pages/balance/reports/page.tsx'));
const Snapshots = lazy(() => import('./pages/balance/snapshots/page.tsx'));
const Import = lazy(() => import('./pages/organization/import/page.tsx'));
const Standards = lazy(() => import('./pages/conditions/standards/page.tsx'));
const StandardReader = lazy(() => import('./pages/conditions/standard-reader/page.tsx'));
const StandardDiff = lazy(() => import('./pages/conditions/standard-diff/page.tsx'));

/** Every address of the application, declared once. */
export function Pages() {
  return (
    <Routes>
      <Route element={<Layout />}>
        <Route index element={<Home />} />
        <Route path="areas/:area">
          <Route path="overview" element={<CountyOverview />} />
          <Route path="schools" element={<Schools />} />
          <Route path="schools/:unit" element={<SchoolCard />} />
          <Route path="indicators/:indicator?" element={<Indicator />} />
          <Route path="compare" element={<CompareAreas />} />
          <Route path="plan" element={<CheapestWay />} />
          <Route path="data-quality" element={<DataQuality />} />
          <Route path="import" element={<Import />} />
          <Route path="attestations" element={<Attestations />} />
          <Route path="reports" element={<Reports />} />
          <Route path="snapshots" element={<Snapshots />} />
        </Route>
        <Route path="standards" element={<Standards />} />
        <Route path="standards/:standard" element={<StandardReader />} />
        <Route path="standards/:standard/diff/:against" element={<StandardDiff />} />
        <Route path="*" element={<NoSuchPage />} />
      </Route>
    </Routes>
  );
}
