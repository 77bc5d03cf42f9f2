import { Route, Routes } from 'react-router';
import { PlanPage } from './plan/page.tsx';
import { PlansPage } from './plans/page.tsx';
import { RoadmapPage } from './roadmap/page.tsx';

/** Plans of an area, or its roadmap: the pages of plans, which are loaded together. */
export function PlanPages({ of }: { readonly of: 'plans' | 'roadmap' }) {
  return of === 'roadmap' ? (
    <RoadmapPage />
  ) : (
    <Routes>
      <Route index element={<PlansPage />} />
      <Route path=":plan" element={<PlanPage />} />
    </Routes>
  );
}
