import { Route, Routes } from 'react-router';
import { knowPaths } from '#web/api';
import { admissionPaths } from '#web/pages/admission/admission-paths';
import { BoardPage } from './board/page.tsx';
import { CheckingPage } from './checking/page.tsx';
import { RoundPage } from './round/page.tsx';

knowPaths(admissionPaths);

/** What officers work with, loaded together. */
export function OfficerPages() {
  return (
    <Routes>
      <Route index element={<BoardPage />} />
      <Route path=":round" element={<RoundPage />} />
      <Route path=":round/checking" element={<CheckingPage />} />
    </Routes>
  );
}
