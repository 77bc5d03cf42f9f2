import { chinaDate } from '#core/calendar';
import type { Session } from '#core/db';
import type { AreaEvaluation, UnitCosts } from '#modules/balance';
import { followLine, type Step } from './follow-line.ts';
import { addEvents, holdLinesOfStandard, holdMeasurement, putLines } from './line-repository.ts';
import { type EventRow, followedOf, type LineRow } from './line-row.ts';
import { listMeasurements } from './list-measurements.ts';
import { lineId, type Measurement } from './measurement.ts';
import { familyOf, isBottomLine, type LedgerPolicy } from './policy.ts';

/** What a measurement changed. */
export type Moved = Readonly<Record<Step['kind'], number>>;

export interface Measuring {
  readonly policy: LedgerPolicy;
  readonly costs: UnitCosts;
  readonly by: string;
  readonly at: Date;
}

export const nothingMoved: Moved = { opened: 0, measured: 0, closed: 0, reopened: 0, lapsed: 0, notReported: 0 };

/** Follows every gap of a county against one standard; a gap becomes a line by itself. In a transaction of the caller's. */
export async function measureCounty(session: Session, answered: AreaEvaluation, given: Measuring): Promise<Moved> {
  const { head, evaluated } = answered;
  const county = head.area.code;
  const standard = head.standard.id;
  const found = listMeasurements(answered, given.costs);
  await holdMeasurement(session, {
    county_code: county,
    standard_id: standard,
    school_year: head.schoolYear,
    inputs_hash: evaluated.inputsHash,
    standard_hash: evaluated.hash,
    judged: found.filter(({ verdict }) => verdict !== 'noData').length,
    met: found.filter(({ verdict }) => verdict === 'met').length,
    at: given.at,
    by_person: given.by,
  });
  const known = new Map((await holdLinesOfStandard(session, county, standard)).map((row) => [row.id, row]));
  const measured = new Map(found.map((one) => [lineId(one), one]));
  const lines: LineRow[] = [];
  const events: EventRow[] = [];
  const moved: Record<Step['kind'], number> = { ...nothingMoved };
  for (const [id, one] of measured) {
    const row = known.get(id);
    if (row?.origin === 'plan') continue;
    const step = followLine(row === undefined ? null : followedOf(row), { ...one, schoolYear: head.schoolYear });
    if (step === null) continue;
    moved[step.kind] += 1;
    const line = row === undefined ? newLine(one, step, given) : movedLine(row, step, given, one);
    lines.push(line);
    events.push(eventOf(line, step, given));
  }
  for (const [id, row] of known) {
    if (measured.has(id) || row.origin === 'plan') continue;
    const gone = {
      schoolYear: head.schoolYear,
      verdict: 'absent',
      value: null,
      threshold: null,
      shortfall: 0,
    } as const;
    const step = followLine(followedOf(row), gone);
    if (step === null) continue;
    moved[step.kind] += 1;
    const line = movedLine(row, step, given);
    lines.push(line);
    events.push(eventOf(line, step, given));
  }
  await putLines(session, lines);
  await addEvents(session, events);
  return moved;
}

function newLine(one: Measurement, { next }: Step, { policy, at }: Measuring): LineRow {
  const family = familyOf(policy, one.part);
  const bottomLine = isBottomLine(policy, family.id, one.indicator);
  return {
    county_code: one.county,
    id: lineId(one),
    unit_id: one.unit,
    unit_name: one.unitName,
    township_code: one.township,
    stage: one.stage,
    standard_id: one.standard,
    indicator: one.indicator,
    family: family.id,
    bottom_line: bottomLine,
    origin: 'evaluation',
    state: next.state,
    school_year: next.schoolYear,
    value: next.value,
    threshold: next.threshold,
    shortfall: next.shortfall,
    cost_fen: one.costFen,
    own_cost_fen: null,
    act: null,
    owner: null,
    due_on: dueOn(policy, family.dueDays, bottomLine, at),
    opened_at: at,
    opened_year: next.schoolYear,
    closed_at: null,
    reopened: 0,
    project_id: null,
    project_state: null,
    last_seq: 1,
  };
}

/** A stored line one step on. */
export function movedLine(
  row: LineRow,
  step: Step,
  given: Pick<Measuring, 'policy' | 'at'>,
  one?: Measurement,
): LineRow {
  const { next, kind } = step;
  const isAgain = kind === 'reopened';
  // An accepted project has had its chance; a line that falls back again is free for a new one.
  const isFreed = isAgain && row.project_state === 'accepted';
  const family = familyOf(given.policy, row.family);
  return {
    ...row,
    unit_name: one?.unitName ?? row.unit_name,
    township_code: one === undefined ? row.township_code : one.township,
    state: next.state,
    school_year: next.schoolYear,
    value: next.value,
    threshold: next.threshold,
    shortfall: next.shortfall,
    reopened: next.reopened,
    // What was missing last stays on a closed line, for it says what the closing was worth.
    cost_fen: next.state === 'open' && kind !== 'notReported' ? (one?.costFen ?? row.cost_fen) : row.cost_fen,
    own_cost_fen: isAgain ? null : row.own_cost_fen,
    closed_at: next.state === 'open' ? null : (row.closed_at ?? given.at),
    due_on: isAgain ? dueOn(given.policy, family.dueDays, row.bottom_line, given.at) : row.due_on,
    project_id: isFreed ? null : row.project_id,
    project_state: isFreed ? null : row.project_state,
    last_seq: row.last_seq + 1,
  };
}

function eventOf(line: LineRow, { kind, next }: Step, { by, at }: Measuring): EventRow {
  return {
    county_code: line.county_code,
    line_id: line.id,
    seq: line.last_seq,
    kind,
    at,
    by_person: by,
    school_year: next.schoolYear,
    value: next.value,
    threshold: next.threshold,
    shortfall: next.shortfall,
    details: line.project_id === null ? {} : { project: line.project_id },
  };
}

/** A gap of the bottom line is due as the bottom line is, whatever its family. */
function dueOn(policy: LedgerPolicy, ownDays: number, isBottom: boolean, at: Date): string {
  const bottom = policy.families.find(({ id }) => id === 'bottomLine')?.dueDays ?? ownDays;
  const days = isBottom ? Math.min(ownDays, bottom) : ownDays;
  return chinaDate(new Date(at.getTime() + days * 86_400_000));
}
