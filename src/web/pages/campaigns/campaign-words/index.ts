export { useCampaignWords } from './messages.ts';
