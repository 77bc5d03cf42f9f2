import { createHash } from 'node:crypto';
import type { Principal } from '#core/access';
import type { Audit } from '#core/audit';
import { chinaDate } from '#core/calendar';
import type { Database } from '#core/db';
import type { Jobs } from '#core/jobs';
import type { Organization } from '#modules/organization';
import type { HousingProject, ScenarioName, SeatsOverview } from './contract.ts';
import { type CountyFiles, readCountyFiles } from './county-files.ts';
import { type CountyDemand, projectCounty, sizeOf } from './demand.ts';
import { seatsErrors } from './errors.ts';
import type { ChainStage } from './grades.ts';
import { viewHousing } from './housing-view.ts';
import type { CountyInputs, DutyStep } from './model.ts';
import { outlookOf, perThousandOf, placeSupply, residentsOf, shareOfSeats } from './outlook.ts';
import type { SeatsPolicy } from './policy.ts';
import { projectJobName } from './project-job.ts';
import type { FileFinding } from './read-table.ts';
import { readInputs, setStepDone } from './repository.ts';
import { listSchoolStages } from './school-stages.ts';
import { type StoredRows, storeCountyRows } from './store-files.ts';
import { countSeats, type Supply } from './supply.ts';

export interface SeatsDoors {
  readonly database: Database;
  readonly organization: Pick<Organization, 'areaWithPath'>;
  readonly audit: Audit;
  readonly policy: SeatsPolicy;
  /** Where a county too large for a moment's work is projected. */
  readonly jobs: () => Jobs;
  readonly now: () => Date;
}

/** Coming years that are shown. */
const horizons = 10;
/** Numbers from which a projection is no moment's work: about seventy schools over ten years. */
const largestAtOnce = 10_000;
/** Counties whose last projection is kept. */
const mostKept = 24;

interface CountyState {
  readonly inputs: CountyInputs;
  readonly demand: CountyDemand;
  readonly supply: readonly Supply[];
  readonly name: string;
}

/** Demand for seats, supply, and the gap between them, county by county. */
export class Seats {
  readonly doors: SeatsDoors;
  readonly #kept = new Map<string, CountyDemand>();

  constructor(doors: SeatsDoors) {
    this.doors = doors;
  }

  async overview(area: string, scenario: ScenarioName, principal: Principal): Promise<SeatsOverview> {
    const { policy, now } = this.doors;
    const { inputs, demand, supply, name } = await this.#county(area, scenario, principal);
    const townshipOf = new Map(inputs.schools.map(({ id, township }) => [id, township]));
    const schoolOf = new Map(inputs.schools.map((school) => [school.id, school]));
    const all = placeSupply(
      supply,
      inputs.changes,
      () => true,
      () => true,
    );
    const places = inputs.townships.flatMap(({ code, name: place }) => {
      const row = demand.townships[code];
      if (row === undefined) return [];
      const own = placeSupply(
        supply,
        inputs.changes,
        (unit) => townshipOf.get(unit) === code,
        (at) => at === code,
      );
      return [
        { area: { code, name: place }, ...centreOf(inputs, code), stages: [...outlookOf(row, own, demand, policy)] },
      ];
    });
    const isPublic = ({ unit }: Supply): boolean => schoolOf.get(unit)?.ownership === 'public';
    const quality = new Set(
      inputs.stages.filter((state) => state.quality).map(({ unit, stage }) => `${unit} ${stage}`),
    );
    const residents = residentsOf(inputs.places);
    const special = inputs.schools.filter(({ category }) => category === 'special').length;
    const { source, warning, shares, specialSchoolPopulation } = policy;
    return {
      area: { code: area, name },
      scenario,
      firstYear: demand.firstYear,
      lastYear: demand.lastYear,
      share: demand.share,
      warning,
      stages: [...outlookOf(demand.county, all, demand, policy)],
      places,
      warnings: warningsOf(places),
      changes: inputs.changes.map(({ id, name: title, township, kind, stage, seats, opensYear }) => ({
        id,
        name: title,
        place: placeRef(inputs, township),
        kind,
        stage,
        seats,
        opensYear,
      })),
      backTest: demand.backTest.map((line) => ({ ...line })),
      publicKindergarten: shareOfSeats(supply, ['kindergarten'], isPublic, shares.publicKindergarten),
      publicCompulsory: shareOfSeats(supply, ['primary', 'junior'], isPublic, shares.publicCompulsory),
      qualitySeats: shareOfSeats(
        supply,
        ['primary', 'junior'],
        ({ unit, stage }) => quality.has(`${unit} ${stage}`),
        null,
      ),
      perThousand: perThousandOf(inputs, supply, policy, chinaDate(now())),
      special: {
        residents,
        schools: special,
        threshold: specialSchoolPopulation,
        covered: residents === null ? null : residents < specialSchoolPopulation.value || special > 0,
      },
      unplaced: demand.unplaced.map((years) => years.map(Math.round)),
      source,
    };
  }

  async schools(area: string, scenario: ScenarioName, principal: Principal) {
    const { inputs, demand, supply, name } = await this.#county(area, scenario, principal);
    const { policy } = this.doors;
    return {
      area: { code: area, name },
      lastYear: demand.lastYear,
      largeClass: policy.largeClass,
      rows: listSchoolStages(inputs, supply, demand, policy),
    };
  }

  async housing(area: string) {
    const name = await this.#nameOfCounty(area);
    const inputs = await this.read(area);
    const today = chinaDate(this.doors.now());
    const rows = inputs.housing.map((row) => viewHousing(row, placeRef(inputs, row.township), today));
    return { area: { code: area, name }, today, rows };
  }

  /** Records that a step of seats owed by housing was done, or takes it back. */
  async recordStep(
    at: { readonly area: string; readonly housing: string },
    given: {
      readonly stage: ChainStage;
      readonly step: DutyStep;
      readonly doneOn: string | null;
      readonly reason: string;
    },
  ): Promise<HousingProject> {
    const { database, audit } = this.doors;
    await this.#nameOfCounty(at.area);
    const { stage, step, doneOn, reason } = given;
    await database.transaction(async (session) => {
      const isThere = await setStepDone(session, { county: at.area, housing: at.housing, stage, step }, doneOn);
      if (!isThere) throw seatsErrors.housingNotFound({ housing: at.housing });
      await audit.append(session, {
        act: 'seats.recordStep',
        on: { kind: 'seats.housing', id: at.housing, area: at.area },
        result: 'done',
        reason,
        details: { stage, step, doneOn },
      });
    });
    const { rows } = await this.housing(at.area);
    const row = rows.find(({ id }) => id === at.housing);
    if (row === undefined) throw seatsErrors.housingNotFound({ housing: at.housing });
    return row;
  }

  /**
   * Keeps what files say of a county: all of it or, where a cell cannot be read, nothing.
   *
   * @throws DomainError `seats.columnsMissing`, `seats.rowsRefused` (its cause lists every cell), `sheets.*`
   */
  async load(area: string, files: CountyFiles): Promise<StoredRows> {
    const { database, audit } = this.doors;
    await this.#nameOfCounty(area);
    const findings: FileFinding[] = [];
    const rows = readCountyFiles(files, await this.read(area), findings);
    if (findings.length > 0) {
      const file = [...new Set(findings.map(({ place }) => place.file))].join(', ');
      throw seatsErrors.rowsRefused({ file, count: findings.length }, findings);
    }
    return database.transaction(async (session) => {
      const stored = await storeCountyRows(session, area, rows);
      const on = { kind: 'seats', id: area, area };
      await audit.append(session, { act: 'seats.load', on, result: 'done', details: { ...stored } });
      return stored;
    });
  }

  read(area: string): Promise<CountyInputs> {
    return readInputs(this.doors.database, area);
  }

  /** Projects a county here and now. @throws DomainError `seats.noHistory` */
  project(inputs: CountyInputs, scenario: ScenarioName): CountyDemand {
    const demand = projectCounty(inputs, this.doors.policy, horizons, this.doors.policy.scenarios[scenario]);
    if (demand === null) throw seatsErrors.noHistory({ area: inputs.county });
    return demand;
  }

  /** What a projection depends on, in short: the same stamp gives the same answer. */
  stampOf(inputs: CountyInputs): string {
    const { grades, places, schools, housing } = inputs;
    const given = [grades, places, schools, housing, this.doors.policy];
    return createHash('sha256').update(JSON.stringify(given)).digest('hex');
  }

  async #county(area: string, scenario: ScenarioName, principal: Principal): Promise<CountyState> {
    const name = await this.#nameOfCounty(area);
    const inputs = await this.read(area);
    const demand = await this.#demand(inputs, scenario, principal);
    return { inputs, demand, supply: countSeats(inputs.stages, this.doors.policy), name };
  }

  async #demand(inputs: CountyInputs, scenario: ScenarioName, principal: Principal): Promise<CountyDemand> {
    const key = `${scenario} ${this.stampOf(inputs)}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const demand =
      sizeOf(inputs) <= largestAtOnce
        ? this.project(inputs, scenario)
        : await this.#projectElsewhere(inputs.county, scenario, principal);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= mostKept && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, demand);
    return demand;
  }

  async #projectElsewhere(area: string, scenario: ScenarioName, principal: Principal): Promise<CountyDemand> {
    const jobs = this.doors.jobs();
    const { id } = await jobs.start(projectJobName, { area, scenario }, principal);
    return (await jobs.ended(id)) as CountyDemand;
  }

  async #nameOfCounty(area: string): Promise<string> {
    const { area: row } = await this.doors.organization.areaWithPath(area);
    if (row.level !== 'county') throw seatsErrors.notACounty({ area: row.name });
    return row.name;
  }
}

function placeRef({ townships, county }: CountyInputs, code: string) {
  return { code, name: townships.find((one) => one.code === code)?.name ?? (code === county ? '' : code) };
}

/** The middle of a township's schools. */
function centreOf({ schools }: CountyInputs, township: string) {
  const own = schools.flatMap(({ township: at, lng, lat }) =>
    at === township && lng !== null && lat !== null ? [{ lng, lat }] : [],
  );
  const mean = (values: readonly number[]): number | null =>
    values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  return { lng: mean(own.map(({ lng }) => lng)), lat: mean(own.map(({ lat }) => lat)) };
}

const order = { short: 0, tight: 1, enough: 2 } as const;

function warningsOf(places: SeatsOverview['places']): SeatsOverview['warnings'] {
  return places
    .flatMap(({ area, stages }) =>
      stages.flatMap(({ stage, alarm, firstShort, worst }) =>
        alarm === 'enough' || worst === null ? [] : [{ area, stage, alarm, firstShort, worst }],
      ),
    )
    .toSorted(
      (a, b) =>
        order[a.alarm] - order[b.alarm] ||
        (a.firstShort ?? Number.POSITIVE_INFINITY) - (b.firstShort ?? Number.POSITIVE_INFINITY) ||
        (b.worst.gap ?? 0) - (a.worst.gap ?? 0),
    );
}
