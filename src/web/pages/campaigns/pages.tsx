import { Route, Routes } from 'react-router';
import { CampaignPage } from './campaign/page.tsx';
import { CampaignsPage } from './campaigns/page.tsx';

/** The pages of campaigns, which are loaded together. */
export function CampaignPages() {
  return (
    <Routes>
      <Route index element={<CampaignsPage />} />
      <Route path=":campaign" element={<CampaignPage />} />
    </Routes>
  );
}
