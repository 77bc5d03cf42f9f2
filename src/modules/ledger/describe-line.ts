import type { UnitCost, UnitCosts } from '#modules/balance';
import { resourceOf } from '#modules/balance';
import { describeUnit, type IndicatorDefinition, unitWords, type Words } from '#standards';
import type { LedgerLine } from './contract.ts';
import { costOf, type LineRow } from './line-row.ts';
import { familyOf, type LedgerPolicy } from './policy.ts';

/** What is known beside a stored line. */
export interface LineSurroundings {
  readonly policy: LedgerPolicy;
  readonly costs: UnitCosts;
  readonly today: string;
  readonly countyName: (code: string) => string;
  readonly indicator: (standard: string, indicator: string) => IndicatorDefinition | undefined;
  readonly projectTitle: (id: string) => string | undefined;
}

const nothing: Words = { zh: '', en: '' };

/** A stored line as a screen shows it. */
export function describeLine(row: LineRow, around: LineSurroundings): LedgerLine {
  const definition = around.indicator(row.standard_id, row.indicator);
  const family = familyOf(around.policy, row.family);
  const price = priceOf(around.costs, row);
  const own = (text: string | null): Words | null => (text === null ? null : { zh: text, en: text });
  const { project_id: project } = row;
  return {
    id: row.id,
    county: row.county_code,
    countyName: around.countyName(row.county_code),
    unit: row.unit_id,
    name: row.unit_name,
    township: row.township_code,
    stage: row.stage,
    standard: row.standard_id,
    indicator: row.indicator,
    title: definition?.words ?? { zh: row.indicator, en: row.indicator },
    family: { id: family.id, name: family.words },
    bottomLine: row.bottom_line,
    origin: row.origin,
    state: row.state,
    progress: row.state === 'open' ? (row.project_state ?? 'unplanned') : null,
    schoolYear: row.school_year,
    value: row.value,
    threshold: row.threshold,
    decimals: row.origin === 'plan' ? 0 : (definition?.decimals ?? 2),
    unitOfValue: row.origin === 'plan' ? (price?.resource ?? nothing) : describeUnit(definition?.unit ?? ''),
    comparison: row.origin === 'plan' ? 'atLeast' : (definition?.comparison ?? 'atLeast'),
    shortfall: row.shortfall,
    resource: price?.resource ?? wordsOf(definition),
    act: own(row.act) ?? price?.act ?? nothing,
    costFen: row.state === 'open' ? costOf(row) : null,
    ownCost: row.own_cost_fen !== null,
    owner: own(row.owner) ?? family.owner,
    dueOn: row.due_on,
    overdue: row.state === 'open' && row.due_on < around.today,
    openedAt: row.opened_at.toISOString(),
    openedYear: row.opened_year,
    closedAt: row.closed_at?.toISOString() ?? null,
    reopened: row.reopened,
    project:
      project === null
        ? null
        : { id: project, title: around.projectTitle(project) ?? project, state: row.project_state ?? 'planned' },
  };
}

/** The price of one piece of what a line lacks. */
export function priceOf({ costs }: UnitCosts, line: Pick<LineRow, 'standard_id' | 'indicator'>): UnitCost | undefined {
  return costs.find((cost) => cost.standard === line.standard_id && cost.indicator === line.indicator);
}

/** In what the shortfall of an item is counted: as the price table calls it, or by its unit. */
export function resourceWords({ costs }: UnitCosts, standard: string, definition: IndicatorDefinition): Words {
  const price = costs.find((cost) => cost.standard === standard && cost.indicator === definition.id);
  return price?.resource ?? wordsOf(definition);
}

/** The pieces of an item without a price: of "pupils per teacher" the teachers, of a share percentage points. */
function wordsOf(definition: IndicatorDefinition | undefined): Words {
  if (definition === undefined) return nothing;
  const { unit, comparison } = definition;
  const resource = resourceOf(unit);
  if (resource !== null) return resource.words;
  const [above = '', below] = unit.split('/');
  if (above === 'share') return { zh: '个百分点', en: 'percentage points' };
  const isUpper = comparison === 'atMost' || comparison === 'below';
  return unitWords[isUpper && above === 'pupil' && below !== undefined ? below : above] ?? nothing;
}
