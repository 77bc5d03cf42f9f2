import { Route, Routes } from 'react-router';
import { ExamplePage } from './example/page.tsx';
import { ExamplesPage } from './examples/page.tsx';
import { PilotsPage } from './pilots/page.tsx';
import { PublishedExamplePage, PublishedPage } from './published/page.tsx';

/** Pilots, examples of an area, or what anybody may read: the pages of practice, which are loaded together. */
export function PracticePages({ of }: { readonly of: 'pilots' | 'examples' | 'published' }) {
  return (
    <Routes>
      {of === 'pilots' ? <Route index element={<PilotsPage />} /> : null}
      {of === 'examples' ? <Route index element={<ExamplesPage />} /> : null}
      {of === 'examples' ? <Route path=":example" element={<ExamplePage />} /> : null}
      {of === 'published' ? <Route index element={<PublishedPage />} /> : null}
      {of === 'published' ? <Route path=":area/:example" element={<PublishedExamplePage />} /> : null}
    </Routes>
  );
}
