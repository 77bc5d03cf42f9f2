import type { MigrationFolder } from '#core/db';

export type { CampaignDoors } from './doors.ts';
export { bindCampaigns } from './routes.ts';
export { Campaigns } from './service.ts';

export const campaignsMigrations: MigrationFolder = {
  owner: 'campaigns',
  folder: new URL('./migrations/', import.meta.url),
};
