import { Route, Routes } from 'react-router';
import { FormPage } from './form/page.tsx';
import { FormsPage } from './register/page.tsx';
import { RequestPage } from './request/page.tsx';

/** The pages of the register, which are loaded together. */
export function FormsPages() {
  return (
    <Routes>
      <Route index element={<FormsPage />} />
      <Route path="new" element={<RequestPage />} />
      <Route path=":form" element={<FormPage />} />
    </Routes>
  );
}
