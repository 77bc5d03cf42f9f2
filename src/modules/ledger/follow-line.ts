/** The state of a line. `lapsed`: the item no longer applies, or the school is gone; nobody's merit and nobody's debt. */
export type LineState = 'open' | 'closed' | 'lapsed';

/** What a measurement decides about a line. */
export interface Followed {
  readonly state: LineState;
  readonly schoolYear: number;
  readonly value: number | null;
  readonly threshold: number | null;
  readonly shortfall: number;
  /** How many times the number fell back after the line was closed. */
  readonly reopened: number;
}

/** One figure of an evaluation; `absent` = the item is not judged for the school any more. */
export interface Figure {
  readonly schoolYear: number;
  readonly verdict: 'met' | 'notMet' | 'noData' | 'absent';
  readonly value: number | null;
  readonly threshold: number | null;
  readonly shortfall: number;
}

export type MeasuredKind = 'opened' | 'measured' | 'closed' | 'reopened' | 'lapsed' | 'notReported';

export interface Step {
  readonly kind: MeasuredKind;
  readonly next: Followed;
}

/**
 * What a measurement makes of a line, or of none; null = nothing to write down.
 *
 * @remarks Nothing but a measurement opens, closes or reopens a line: whatever people report, plan or accept, its state is what
 * the last measurement that had a figure said. A figure that was not reported decides nothing; an item that no longer applies ends an open line without closing it.
 */
export function followLine(line: Followed | null, figure: Figure): Step | null {
  if (line === null) {
    return figure.verdict === 'notMet' ? { kind: 'opened', next: nextOf('open', figure, 0) } : null;
  }
  const { verdict } = figure;
  if (verdict === 'absent') {
    return line.state !== 'open'
      ? null
      : { kind: 'lapsed', next: { ...line, state: 'lapsed', schoolYear: figure.schoolYear, shortfall: 0 } };
  }
  if (verdict === 'noData') {
    const isKnown = line.value === null && line.schoolYear === figure.schoolYear;
    return isKnown ? null : { kind: 'notReported', next: { ...line, schoolYear: figure.schoolYear, value: null } };
  }
  if (verdict === 'met') {
    const next = nextOf('closed', figure, line.reopened);
    return line.state === 'closed' ? changed(line, next) : { kind: 'closed', next };
  }
  if (line.state === 'open') return changed(line, nextOf('open', figure, line.reopened));
  const fellBack = line.state === 'closed' ? 1 : 0;
  return { kind: 'reopened', next: nextOf('open', figure, line.reopened + fellBack) };
}

function nextOf(state: LineState, figure: Figure, reopened: number): Followed {
  const { schoolYear, value, threshold } = figure;
  return { state, schoolYear, value, threshold, shortfall: state === 'open' ? figure.shortfall : 0, reopened };
}

function changed(line: Followed, next: Followed): Step | null {
  const isSame =
    line.schoolYear === next.schoolYear &&
    line.value === next.value &&
    line.threshold === next.threshold &&
    line.shortfall === next.shortfall;
  return isSame ? null : { kind: 'measured', next };
}
