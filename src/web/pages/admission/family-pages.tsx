import { Route, Routes } from 'react-router';
import { knowPaths } from '#web/api';
import { admissionPaths } from '#web/pages/admission/admission-paths';
import { ApplicationPage } from './application/page.tsx';
import { ApplyPage } from './apply/page.tsx';
import { LookUpPage } from './look-up/page.tsx';
import { PlanPage } from './plan/page.tsx';

knowPaths(admissionPaths);

/** What families see, loaded together. */
export function FamilyPages() {
  return (
    <Routes>
      <Route index element={<LookUpPage />} />
      <Route path="rounds/:round" element={<PlanPage />} />
      <Route path="rounds/:round/apply/:application?" element={<ApplyPage />} />
      <Route path="applications/:round/:application" element={<ApplicationPage />} />
    </Routes>
  );
}
