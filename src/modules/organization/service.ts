import { everything, type OddAreas, type Reach } from '#core/access';
import type { Audit } from '#core/audit';
import type { Database, Session } from '#core/db';
import type { Dictionary } from '#standards';
import { findOddAreas, findPath } from './area-repository.ts';
import { readArea, readChildren, requireArea, resolveArea, scopeOf } from './area-service.ts';
import type {
  Area,
  AreaDetail,
  AreaRef,
  AreaRow,
  ResolveAnswer,
  SearchHit,
  SubmissionsPage,
  UnitDetail,
  UnitFact,
  UnitsPage,
  UnitsQuery,
  Year,
} from './contract.ts';
import type { EvaluationFrame, FrameQuestion } from './evaluation-frame.ts';
import { type FoundNames, findNames, type WantedNames } from './names.ts';
import { readFrameAtOnce } from './read-frame-at-once.ts';
import { type SearchQuestion, type Sight, search } from './search-service.ts';
import { readFactsOfUnit, readUnit, readUnits } from './unit-service.ts';
import type { YearAct } from './year-repository.ts';
import { changeYear, readSubmissions, readYears, refuseLocked, setYear } from './year-service.ts';

/** The registry of areas, schools and school years, over one database. Every refusal is a `DomainError`. */
export interface Organization {
  /** @param seen what the person who asks may see; absent = everything, for the program itself */
  area(code: string, seen?: Reach): Promise<AreaDetail>;
  /** The bare row of an area and the areas above it, nation first; cheap. */
  areaWithPath(code: string): Promise<{ readonly area: Area; readonly path: readonly AreaRef[] }>;
  /** Codes of the area and all areas below it down to counties. */
  countiesOf(code: string): Promise<readonly string[]>;
  children(code: string, only?: 'units', seen?: Reach): Promise<readonly AreaRow[]>;
  resolve(code: string, on?: string): Promise<ResolveAnswer>;
  search(question: SearchQuestion, seen: Sight): Promise<readonly SearchHit[]>;
  units(area: string, query: UnitsQuery, seen?: Reach): Promise<UnitsPage>;
  unit(area: string, id: string): Promise<UnitDetail>;
  unitFacts(area: string, id: string, year?: number): Promise<{ unit: string; rows: UnitFact[] }>;
  years(area: string): Promise<readonly Year[]>;
  changeYear(area: string, act: Omit<YearAct, 'county'>): Promise<Year>;
  /** The same inside a transaction, unless the year is so already. */
  setYear(session: Session, area: string, act: Omit<YearAct, 'county'>): Promise<void>;
  /** @throws DomainError `organization.yearLocked` */
  refuseLocked(counties: readonly string[], years: readonly number[]): Promise<void>;
  submissions(
    area: string,
    query: { readonly year: number; readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<SubmissionsPage>;
  /** Names of areas by code and of schools by `<county> <id>`; what is unknown is absent. */
  namesOf(wanted: WantedNames): Promise<FoundNames>;
  /** Areas whose code does not say where they stand, with the area above each, as last read. */
  oddAreas(): OddAreas;
  refreshOddAreas(): Promise<void>;
  /** Units, areas and facts as typed columns: an evaluation's input without what people attest. */
  evaluationFrame(question: FrameQuestion): Promise<EvaluationFrame>;
}

/** Opens the registry. @param now the clock, for "years up to now" */
export function createOrganization(
  database: Database,
  dictionary: Dictionary,
  now: () => Date,
  audit: Audit,
): Organization {
  let odd: OddAreas = new Map();
  return {
    oddAreas: () => odd,
    refreshOddAreas: async () => {
      odd = await findOddAreas(database);
    },
    namesOf: (wanted) => findNames(database, wanted),
    area: (code, seen = everything) => readArea(database, code, now(), seen),
    areaWithPath: async (code) => ({ area: await requireArea(database, code), path: await findPath(database, code) }),
    countiesOf: async (code) => (await scopeOf(database, await requireArea(database, code))).counties,
    children: (code, only, seen = everything) => readChildren(database, code, only, seen),
    resolve: (code, on) => resolveArea(database, code, on, now()),
    search: (question, seen) => search(database, question, seen),
    units: (area, query, seen) => readUnits(database, area, query, seen),
    unit: (area, id) => readUnit(database, area, id),
    unitFacts: (area, id, year) => readFactsOfUnit(database, dictionary, area, id, year),
    years: (area) => readYears(database, area, now(), database.behind()),
    changeYear: (area, act) => changeYear(database, audit, area, act),
    setYear: (session, area, act) => setYear(session, audit, area, act),
    refuseLocked: (counties, years) => refuseLocked(database, counties, years),
    submissions: (area, query) => readSubmissions(database, area, query),
    evaluationFrame: (question) => readFrameAtOnce(database, dictionary, question),
  };
}
