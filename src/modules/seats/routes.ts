import './permissions.ts';
import { type BoundRoute, bindRoutes } from '#core/http';
import { seatsRoutes } from './contract.ts';
import type { Seats } from './service.ts';

/** Converts requests to calls of the service. */
export function bindSeats(seats: Seats): readonly BoundRoute[] {
  return bindRoutes(seatsRoutes, {
    overview: ({ params, query, principal }) => seats.overview(params.area, query.scenario, principal),
    schools: ({ params, query, principal }) => seats.schools(params.area, query.scenario, principal),
    housing: ({ params }) => seats.housing(params.area),
    recordStep: ({ params, body }) => seats.recordStep(params, body),
  });
}
