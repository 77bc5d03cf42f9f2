import { type BoundRoute, bindRoutes } from '#core/http';
import { campaignsRoutes } from './contract.ts';
import type { Campaigns } from './service.ts';

/** Converts requests to calls of the service. */
export function bindCampaigns(campaigns: Campaigns): readonly BoundRoute[] {
  return bindRoutes(campaignsRoutes, {
    campaigns: async ({ params, principal }) => ({ rows: await campaigns.list(params.area, principal) }),
    open: ({ params, body, principal, at }) => campaigns.open(params.area, body, { principal, at }),
    campaign: ({ params, principal }) => campaigns.campaign(params.area, params.campaign, principal),
    close: ({ params, body, principal, at }) => campaigns.close(params.area, params.campaign, body, { principal, at }),
    report: ({ params, query, language, principal, at }) =>
      campaigns.report(
        params.area,
        params.campaign,
        { format: query.format, language: language === 'en' ? 'en' : 'zh' },
        { principal, at },
      ),
  });
}
