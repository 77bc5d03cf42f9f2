import { Route, Routes } from 'react-router';
import { SeatsHousingPage } from './housing/page.tsx';
import { SeatsOutlookPage } from './outlook/page.tsx';
import { SeatsSchoolsPage } from './schools/page.tsx';

/** The pages of seats, which are loaded together. */
export function SeatsPages() {
  return (
    <Routes>
      <Route index element={<SeatsOutlookPage />} />
      <Route path="schools" element={<SeatsSchoolsPage />} />
      <Route path="housing" element={<SeatsHousingPage />} />
    </Routes>
  );
}
