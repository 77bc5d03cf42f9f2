import { z } from 'zod';

const text = z.object({ zh: z.string(), en: z.string() });
const day = z.iso.date();
const areaParams = z.object({ area: z.string().min(1).max(80) });
const campaignParams = areaParams.extend({ campaign: z.string().min(1).max(40) });
export const visitState = z.enum(['planned', 'clean', 'rectifying', 'verifying', 'mended']);
const counts = z.record(visitState, z.number().int());

export const campaignHead = z.object({
  area: z.object({ code: z.string(), name: z.string() }),
  id: z.string(),
  title: z.string(),
  basis: z.string(),
  instrument: z.object({ id: z.string(), name: text }),
  fromOn: day,
  untilOn: day,
  rectifyBy: day,
  state: z.enum(['open', 'closed']),
  summary: z.string(),
  visits: counts,
});

export const campaignDetail = campaignHead.extend({
  /** By county; within one county by township (an empty code = none is known). */
  progress: z.array(z.object({ area: z.object({ code: z.string(), name: z.string() }), visits: counts })),
  /** What was found, most often first. */
  findings: z.array(z.object({ item: z.string(), section: text, words: text, schools: z.number().int() })),
  rows: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      county: z.string(),
      place: z.string(),
      state: visitState,
      sheet: z.string(),
      findings: z.number().int(),
      /** The case in which it is mended; null where nothing was found. */
      case: z.string().nullable(),
    }),
  ),
});

export const campaignBody = z.strictObject({
  instrument: z.string().min(1).max(80),
  title: z.string().trim().min(2).max(120),
  basis: z.string().trim().max(300).default(''),
  fromOn: day,
  untilOn: day,
  /** Until when findings are mended where the sheet names no day. */
  rectifyBy: day,
  /** Absent = every school to which the checklist applies. */
  units: z.array(z.string().max(80)).max(2000).optional(),
});

const reads = { permission: 'campaigns.read', at: 'anywhere' } as const;
const organizes = { permission: 'campaigns.organize', at: { area: 'params.area' } } as const;

/** The doors of campaigns, below `/api/v1`. Visits are sheets of instruments; mending is a case. */
export const campaignsRoutes = {
  campaigns: {
    method: 'GET',
    path: '/campaigns/areas/:area',
    titleKey: 'campaigns.campaigns',
    access: reads,
    params: areaParams,
    response: z.object({ rows: z.array(campaignHead) }),
    errors: ['organization.areaNotFound'],
  },
  open: {
    method: 'POST',
    path: '/campaigns/areas/:area',
    titleKey: 'campaigns.open',
    access: organizes,
    params: areaParams,
    body: campaignBody,
    response: campaignDetail,
    errors: [
      'organization.areaNotFound',
      'instruments.instrumentNotFound',
      'campaigns.notAChecklist',
      'campaigns.nobodyToVisit',
      'campaigns.tooMany',
      'campaigns.daysWrong',
    ],
  },
  campaign: {
    method: 'GET',
    path: '/campaigns/areas/:area/campaigns/:campaign',
    titleKey: 'campaigns.campaign',
    access: reads,
    params: campaignParams,
    response: campaignDetail,
    errors: ['campaigns.campaignNotFound'],
  },
  close: {
    method: 'POST',
    path: '/campaigns/areas/:area/campaigns/:campaign/close',
    titleKey: 'campaigns.close',
    access: organizes,
    params: campaignParams,
    body: z.strictObject({
      summary: z.string().trim().min(2).max(4000),
      reason: z.string().trim().max(1000).default(''),
    }),
    response: campaignDetail,
    errors: ['campaigns.campaignNotFound', 'campaigns.closed', 'campaigns.unfinished'],
  },
  report: {
    method: 'GET',
    path: '/campaigns/areas/:area/campaigns/:campaign/report',
    titleKey: 'campaigns.report',
    access: reads,
    params: campaignParams,
    query: z.object({ format: z.enum(['docx', 'pdf']).default('docx') }),
    response: z.instanceof(Uint8Array),
    errors: ['campaigns.campaignNotFound'],
  },
} as const;

export type CampaignHead = z.infer<typeof campaignHead>;
export type CampaignDetail = z.infer<typeof campaignDetail>;
export type CampaignBody = z.infer<typeof campaignBody>;
export type VisitState = z.infer<typeof visitState>;
export type VisitCounts = z.infer<typeof counts>;
