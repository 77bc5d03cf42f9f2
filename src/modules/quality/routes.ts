import { type BoundRoute, bindRoutes } from '#core/http';
import { qualityRoutes } from './contract.ts';
import type { Quality } from './service.ts';

/** Converts requests to calls of the service. */
export function bindQuality(quality: Quality): readonly BoundRoute[] {
  return bindRoutes(qualityRoutes, {
    rounds: async ({ params, principal }) => ({ rows: await quality.rounds(params.area, principal) }),
    openRound: ({ params, body, principal, at }) => quality.openRound(params.area, body, { principal, at }),
    round: ({ params, principal }) => quality.round(params.area, params.round, principal),
    evaluation: ({ params, principal }) => quality.evaluation(params.area, params.round, params.unit, principal),
    record: ({ params, query, language, principal, at }) =>
      quality.record(
        params.area,
        params.round,
        params.unit,
        { format: query.format, language: language === 'en' ? 'en' : 'zh' },
        { principal, at },
      ),
    attestSurvey: ({ params, body, principal, at }) => quality.attestSurvey(params, body, { principal, at }),
  });
}
