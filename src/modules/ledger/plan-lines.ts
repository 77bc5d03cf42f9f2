import { chinaDate } from '#core/calendar';
import type { Session } from '#core/db';
import type { AreaEvaluation, UnitCosts } from '#modules/balance';
import type { PlanLinesBody } from './contract.ts';
import { ledgerErrors } from './errors.ts';
import { followLine } from './follow-line.ts';
import { addEvents, holdLinesOfStandard, putLines } from './line-repository.ts';
import { type EventRow, followedOf, type LineRow } from './line-row.ts';
import { movedLine } from './measure-county.ts';
import { lineId } from './measurement.ts';
import { familyOf, type LedgerPolicy } from './policy.ts';

interface Given {
  readonly policy: LedgerPolicy;
  readonly costs: UnitCosts;
  readonly by: string;
  readonly at: Date;
}

/**
 * Takes the steps of the cheapest way into the ledger: each is a line that closes when the pieces planned are reported.
 *
 * @remarks The same step again changes nothing; another amount changes the line's goal.
 * @throws DomainError `ledger.stepRefused` for a school or an indicator that the county's evaluation does not know
 */
export async function takePlan(
  session: Session,
  answered: AreaEvaluation,
  steps: PlanLinesBody['steps'],
  given: Given,
): Promise<{ added: number; changed: number; kept: number }> {
  const { head, evaluated } = answered;
  const county = head.area.code;
  const standard = head.standard.id;
  const known = new Map((await holdLinesOfStandard(session, county, standard)).map((row) => [row.id, row]));
  const outcome = { added: 0, changed: 0, kept: 0 };
  const lines: LineRow[] = [];
  const events: EventRow[] = [];
  for (const step of steps) {
    const unit = evaluated.input.units.id.indexOf(step.unit);
    const definition = evaluated.compiled.definition.indicators.find(({ id }) => id === step.indicator);
    const pieces = piecesOf(answered, given.costs, step);
    if (unit < 0 || definition === undefined || pieces === null) {
      throw ledgerErrors.stepRefused({ unit: step.unit, indicator: step.indicator });
    }
    const id = lineId({ unit: step.unit, stage: step.stage, standard, indicator: step.indicator });
    const row = known.get(id);
    const threshold = pieces + step.amount;
    if (row !== undefined && row.state === 'open' && row.threshold === threshold && row.cost_fen === step.costFen) {
      outcome.kept += 1;
      continue;
    }
    outcome[row === undefined ? 'added' : 'changed'] += 1;
    const family = familyOf(given.policy, definition.part);
    const township = evaluated.input.units.attributes['township']?.[unit];
    const line: LineRow = {
      county_code: county,
      id,
      unit_id: step.unit,
      unit_name: evaluated.input.units.name[unit] ?? step.unit,
      township_code: typeof township === 'string' ? township : null,
      stage: step.stage,
      standard_id: standard,
      indicator: step.indicator,
      family: family.id,
      bottom_line: false,
      origin: 'plan',
      state: 'open',
      school_year: head.schoolYear,
      value: pieces,
      threshold,
      shortfall: step.amount,
      cost_fen: step.costFen,
      own_cost_fen: row?.own_cost_fen ?? null,
      act: row?.act ?? null,
      owner: row?.owner ?? null,
      due_on: row?.due_on ?? chinaDate(new Date(given.at.getTime() + family.dueDays * 86_400_000)),
      opened_at: row?.opened_at ?? given.at,
      opened_year: row?.opened_year ?? head.schoolYear,
      closed_at: null,
      reopened: row?.reopened ?? 0,
      project_id: row?.project_id ?? null,
      project_state: row?.project_state ?? null,
      last_seq: (row?.last_seq ?? 0) + 1,
    };
    lines.push(line);
    events.push(eventOf(line, row === undefined ? 'opened' : 'planned', given));
  }
  await putLines(session, lines);
  await addEvents(session, events);
  return outcome;
}

/** Follows the lines that came from a plan: the pieces reported against the pieces planned. */
export async function measurePlanned(
  session: Session,
  answered: AreaEvaluation,
  given: Given,
): Promise<{ readonly closed: number; readonly reopened: number; readonly measured: number }> {
  const rows = (await holdLinesOfStandard(session, answered.head.area.code, answered.head.standard.id)).filter(
    ({ origin }) => origin === 'plan',
  );
  const moved = { closed: 0, reopened: 0, measured: 0 };
  const lines: LineRow[] = [];
  const events: EventRow[] = [];
  for (const row of rows) {
    const value = piecesOf(answered, given.costs, {
      unit: row.unit_id,
      stage: row.stage,
      indicator: row.indicator,
    });
    const goal = row.threshold ?? 0;
    const step = followLine(followedOf(row), {
      schoolYear: answered.head.schoolYear,
      verdict: value === null ? 'noData' : value >= goal - 1e-9 * Math.max(1, goal) ? 'met' : 'notMet',
      value,
      threshold: row.threshold,
      shortfall: value === null ? 0 : Math.max(0, goal - value),
    });
    if (step === null) continue;
    if (step.kind === 'closed' || step.kind === 'reopened' || step.kind === 'measured') moved[step.kind] += 1;
    const line = movedLine(row, step, given);
    lines.push(line);
    events.push(eventOf(line, step.kind, given));
  }
  await putLines(session, lines);
  await addEvents(session, events);
  return moved;
}

/** The pieces a school reports of an indicator's resource; null where nothing is reported or the table knows no measure. */
function piecesOf(
  { evaluated }: AreaEvaluation,
  { costs }: UnitCosts,
  { unit, stage, indicator }: { readonly unit: string; readonly stage: string; readonly indicator: string },
): number | null {
  const standard = evaluated.compiled.definition.id;
  const price = costs.find((cost) => cost.standard === standard && cost.indicator === indicator);
  const row = evaluated.input.units.id.indexOf(unit);
  if (price === undefined || row < 0) return null;
  const column = (of: string) =>
    [...evaluated.input.units.columns].find(([key]) => key === `${price.measure}@${of}`)?.[1]?.[row];
  const value = column(stage) ?? column('all');
  return value === undefined || Number.isNaN(value) ? null : value;
}

function eventOf(line: LineRow, kind: string, { by, at }: Given): EventRow {
  return {
    county_code: line.county_code,
    line_id: line.id,
    seq: line.last_seq,
    kind,
    at,
    by_person: by,
    school_year: line.school_year,
    value: line.value,
    threshold: line.threshold,
    shortfall: line.shortfall,
    details: line.project_id === null ? {} : { project: line.project_id },
  };
}
