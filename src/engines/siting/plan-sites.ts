import {
  type SitingOptions,
  type SitingProblem,
  solveCapacitatedMedian,
  solveCovering,
  solveFacility,
  solveMedian,
} from '#kernels/location';
import { errors } from './errors.ts';
import { measureWays, positions } from './measure-ways.ts';
import type { SitingFile } from './shapes.ts';
import { type Told, tellSitingBroken } from './tell-broken.ts';

export interface SitePlan {
  readonly outcome: 'planned' | 'infeasible' | 'unresolved';
  readonly goal: SitingFile['goal'];
  /** Child metres; fen for `costWithinSeats`; children reached for `reach`. */
  readonly value: number | null;
  /** No plan is better than this. */
  readonly bound: number | null;
  readonly gapShare: number | null;
  readonly boundBy: string | null;
  readonly ended: string | null;
  readonly sites: readonly OpenSite[];
  readonly places: readonly ServedPlace[];
  readonly meanMetres: number | null;
  readonly farthestMetres: number | null;
  readonly broken: Told | null;
}

export interface OpenSite {
  readonly id: string;
  readonly existing: boolean;
  readonly children: number;
  readonly seats: number | null;
  readonly farthestMetres: number | null;
}

export interface ServedPlace {
  readonly id: string;
  /** null = not reached. */
  readonly site: string | null;
  readonly metres: number | null;
  /** All sites with their parts, where a place is divided. */
  readonly parts?: readonly { readonly site: string; readonly share: number }[];
}

/**
 * The sites to open for a file's places, by its goal, with the bound that no plan beats.
 *
 * @throws DomainError `siting.*` for what is wrong in the file
 */
export function planSites(file: SitingFile, options: SitingOptions = {}): SitePlan {
  const { goal, places, sites } = file;
  positions(places, 'places');
  positions(sites, 'sites');
  const metres = measureWays(places, sites, file.ways ?? [], file.detour ?? 1);
  const limit = file.limitMetres ?? Number.POSITIVE_INFINITY;
  const children = Float64Array.from(places, (place) => place.children);
  const m = sites.length;
  const perMetre = goal === 'costWithinSeats' ? (file.fenPerChildMetre ?? lacking(goal, 'fenPerChildMetre')) : 1;
  const problem: SitingProblem = {
    customers: places.length,
    sites: m,
    cost: metres.map((way, i) =>
      way > limit || way === Number.POSITIVE_INFINITY
        ? Number.POSITIVE_INFINITY
        : way * (children[Math.floor(i / m)] as number) * perMetre,
    ),
    open: file.open ?? (goal === 'costWithinSeats' ? m : lacking(goal, 'open')),
    fixed: Uint8Array.from(sites, ({ existing }) => (existing === true ? 1 : 0)),
    ...(file.budgetFen === undefined ? {} : { budget: file.budgetFen, price: Float64Array.from(sites, priceOf) }),
  };
  const seated = () => ({
    demand: children,
    capacity: Float64Array.from(sites, ({ id, seats }) => seats ?? lacking(goal, `sites ${id} seats`)),
  });
  const result =
    goal === 'way'
      ? solveMedian(problem, options)
      : goal === 'wayWithinSeats'
        ? solveCapacitatedMedian({ ...problem, ...seated() }, options)
        : goal === 'costWithinSeats'
          ? solveFacility({ ...problem, ...seated(), opening: Float64Array.from(sites, priceOf) }, options)
          : solveCovering(
              {
                ...problem,
                weight: children,
                reaches: Uint8Array.from(metres, (way) => (way <= limit && way < Number.POSITIVE_INFINITY ? 1 : 0)),
              },
              options,
            );
  if (result.kind !== 'plan') {
    return {
      outcome: result.kind,
      goal,
      value: null,
      bound: result.kind === 'unresolved' ? result.bound : null,
      gapShare: null,
      boundBy: null,
      ended: result.kind === 'unresolved' ? result.reason : null,
      sites: [],
      places: [],
      meanMetres: null,
      farthestMetres: null,
      broken: result.kind === 'infeasible' ? tellSitingBroken(result.broken, file) : null,
    };
  }
  const share = 'share' in result ? result.share : undefined;
  const partsOf = (p: number) =>
    share === undefined
      ? result.site[p] === -1
        ? []
        : [{ s: result.site[p] as number, part: 1 }]
      : sites.flatMap((_, s) => ((share[p * m + s] as number) > 0 ? [{ s, part: share[p * m + s] as number }] : []));
  const load = new Float64Array(m);
  const farthest = new Float64Array(m);
  let way = 0;
  let reached = 0;
  const served = places.map((place, p): ServedPlace => {
    const parts = partsOf(p);
    for (const { s, part } of parts) {
      load[s] = (load[s] as number) + part * place.children;
      farthest[s] = Math.max(farthest[s] as number, metres[p * m + s] as number);
      way += part * place.children * (metres[p * m + s] as number);
      reached += part * place.children;
    }
    const site = result.site[p] as number;
    return {
      id: place.id,
      site: sites[site]?.id ?? null,
      metres: site === -1 ? null : Math.round(metres[p * m + site] as number),
      ...(parts.length > 1 ? { parts: parts.map(({ s, part }) => ({ site: sites[s]?.id ?? '', share: part })) } : {}),
    };
  });
  return {
    outcome: 'planned',
    goal,
    value: result.value,
    bound: result.bound,
    gapShare: result.gap,
    boundBy: result.boundBy,
    ended: result.ended,
    sites: [...result.open].flatMap((s) => {
      const site = sites[s];
      if (site === undefined) return [];
      const isUsed = (load[s] as number) > 0;
      return [
        {
          id: site.id,
          existing: site.existing === true,
          children: load[s] as number,
          seats: site.seats ?? null,
          farthestMetres: isUsed ? Math.round(farthest[s] as number) : null,
        },
      ];
    }),
    places: served,
    meanMetres: reached > 0 ? Math.round(way / reached) : null,
    farthestMetres: reached > 0 ? Math.round(Math.max(...farthest)) : null,
    broken: null,
  };
}

/** What stands already costs nothing more. */
function priceOf({ existing, costFen }: SitingFile['sites'][number]): number {
  return existing === true ? 0 : (costFen ?? 0);
}

function lacking(goal: string, field: string): never {
  throw errors.lacking({ goal, field });
}
