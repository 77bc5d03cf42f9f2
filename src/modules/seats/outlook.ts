import type { SeatsOverview, StageOutlook } from './contract.ts';
import type { CountyDemand, DemandRow } from './demand.ts';
import { alarmOf, gapYears } from './gap.ts';
import { type ChainStage, chainStages } from './grades.ts';
import type { CountyInputs, SeatChange } from './model.ts';
import type { SeatsPolicy } from './policy.ts';
import type { Supply } from './supply.ts';

/** Seats of some schools now, and what will be added to them in a place. */
export interface PlacedSupply {
  readonly now: ReadonlyMap<ChainStage, number>;
  readonly changes: readonly SeatChange[];
}

export function placeSupply(
  supply: readonly Supply[],
  changes: readonly SeatChange[],
  holds: (unit: string) => boolean,
  isPlace: (township: string) => boolean,
): PlacedSupply {
  const now = new Map<ChainStage, number>();
  for (const { unit, stage, seats } of supply) if (holds(unit)) now.set(stage, (now.get(stage) ?? 0) + seats);
  return { now, changes: changes.filter(({ township }) => isPlace(township)) };
}

/** Every stage of a place: pupils known and coming against its seats. Stages without pupils and without seats are left out. */
export function outlookOf(
  { known, coming }: DemandRow,
  { now, changes }: PlacedSupply,
  { lastYear, share }: CountyDemand,
  policy: SeatsPolicy,
): readonly StageOutlook[] {
  return chainStages.flatMap((stage, at): readonly StageOutlook[] => {
    const band = coming[at];
    const pupils = known[at] ?? [];
    const seats = now.get(stage) ?? 0;
    if (band === undefined || (seats === 0 && pupils.every((n) => n === 0))) return [];
    const own = changes.filter((change) => change.stage === stage);
    const seatsIn = (year: number): number =>
      seats + own.reduce((sum, change) => sum + (change.opensYear <= year ? change.seats : 0), 0);
    const years = gapYears(band, seatsIn, lastYear + 1, share);
    const { alarm, first, worst } = alarmOf(years, policy);
    return [{ stage, known: [...pupils], years: [...years], alarm, firstShort: first?.year ?? null, worst }];
  });
}

/** Seats by what they are, over all seats of their stages. */
export function shareOfSeats(
  supply: readonly Supply[],
  stages: readonly ChainStage[],
  counts: (seat: Supply) => boolean,
  least: SeatsOverview['publicKindergarten']['least'],
): SeatsOverview['publicKindergarten'] {
  const own = supply.filter(({ stage }) => stages.includes(stage));
  const sum = (rows: readonly Supply[]): number => rows.reduce((all, { seats }) => all + seats, 0);
  const all = sum(own);
  const of = sum(own.filter(counts));
  const share = all > 0 ? of / all : null;
  return { of, all, share, least, met: share === null || least === null ? null : share >= least.value };
}

/** What the province's seats for every 1,000 residents ask of a county. */
export function perThousandOf(
  { county, places }: CountyInputs,
  supply: readonly Supply[],
  policy: SeatsPolicy,
  today: string,
): SeatsOverview['perThousand'] {
  const residents = residentsOf(places);
  if (residents === null) return [];
  return chainStages.flatMap((stage) => {
    const [line] = policy.perThousand
      .filter((one) => county.startsWith(one.area) && one.stage === stage && one.validFrom <= today)
      .toSorted((a, b) => b.area.length - a.area.length || b.validFrom.localeCompare(a.validFrom));
    if (line === undefined) return [];
    const required = Math.ceil((residents * line.seats) / 1000);
    const seats = supply.reduce((sum, one) => sum + (one.stage === stage ? one.seats : 0), 0);
    const { seats: seatsPerThousand, confidence, clause, validFrom } = line;
    const missing = Math.max(0, required - seats);
    return [{ stage, seatsPerThousand, residents, required, seats, missing, confidence, clause, validFrom }];
  });
}

/** Residents of the newest year that every reporting township has; null where none is known. */
export function residentsOf(places: CountyInputs['places']): number | null {
  const newest = new Map<string, { year: number; residents: number }>();
  for (const { township, year, residents } of places) {
    if (residents !== null && (newest.get(township)?.year ?? 0) < year) newest.set(township, { year, residents });
  }
  if (newest.size === 0) return null;
  return [...newest.values()].reduce((sum, { residents }) => sum + residents, 0);
}
