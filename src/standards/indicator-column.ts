import type { CompiledIndicator } from './compiled.ts';
import type { StageOrAll } from './definition.ts';
import { evaluateNumbers, evaluateTruths, type Frame, isComputed } from './evaluate-term.ts';
import { type ExactRow, exactNumber } from './exact-term.ts';
import { higherIsBetter, judge, judgeClearly, notApplicable, tooNear } from './judge.ts';
import type { Preparation } from './prepare.ts';
import { quickSign } from './quick-sign.ts';
import { compareRationals, rationalOf } from './rational.ts';
import { stricter, strictestByArea } from './strictest.ts';
import type { Term } from './term.ts';
import { thresholdsInForce } from './thresholds-in-force.ts';
import { no, numberAt, spread, truthAt, yes } from './vector.ts';

/** One indicator over the rows of a frame. */
export interface IndicatorColumn {
  readonly indicator: CompiledIndicator;
  readonly value: Float64Array;
  /** The line of each row; NaN = not judged. */
  readonly threshold: Float64Array;
  readonly verdict: Uint8Array;
  /** Bit i = exception i of the standard changed the value or the line; null where none did. */
  readonly exceptions: Uint32Array | null;
}

/** What an indicator column needs to know about its rows. */
export interface IndicatorRows {
  readonly stage: StageOrAll;
  readonly frame: Frame;
  /** The area of each row, for stricter lines. */
  readonly areaOf: (row: number) => number;
  readonly isExcluded: (row: number) => boolean;
  readonly exactRow: (row: number) => ExactRow;
}

/** Values, lines and verdicts of one indicator. */
export const indicatorColumn = (
  preparation: Preparation,
  indicator: CompiledIndicator,
  rows: IndicatorRows,
): IndicatorColumn => {
  const { definition } = indicator;
  const { frame } = rows;
  const value = ownNumbers(indicator.term, frame);
  const threshold = baseLines(preparation, indicator, rows);
  const formulas = new Map<number, Term>();
  const exceptions = applyExceptions(indicator, rows, value, threshold, formulas);
  const applies = indicator.appliesWhen ? evaluateTruths(indicator.appliesWhen, frame) : yes;
  const verdict = new Uint8Array(frame.size);
  const judged = thresholdsInForce(indicator.thresholds, preparation.input.schoolYear)?.[rows.stage] !== undefined;
  const quickly = quickSign(indicator.term, frame, value);
  const judgeExactly = (row: number, line: number): number =>
    judge(value[row] as number, line, definition.comparison, () => {
      const other = formulas.get(row);
      const sign = other ? null : quickly(row, line);
      return sign ?? exactSign(other ?? indicator.term, rows.exactRow(row), line);
    });
  for (let row = 0; row < frame.size; row++) {
    if (!judged || rows.isExcluded(row) || truthAt(applies, row) === no) {
      verdict[row] = notApplicable;
      continue;
    }
    const line = threshold[row] as number;
    const clear = judgeClearly(value[row] as number, line, definition.comparison);
    verdict[row] = clear === tooNear ? judgeExactly(row, line) : clear;
  }
  return { indicator, value, threshold, verdict, exceptions };
};

/** The numbers of a formula in an array that nobody else holds. */
const ownNumbers = (term: Term, frame: Frame): Float64Array => {
  const numbers = evaluateNumbers(term, frame);
  return typeof numbers !== 'number' && isComputed(term) ? numbers : spread(numbers, frame.size).slice();
};

/** The sign of value − line from the decimals that were reported. */
export const exactSign = (term: Term, row: ExactRow, line: number): number | null => {
  const value = exactNumber(term, row);
  const exactLine = rationalOf(line);
  return value && exactLine ? compareRationals(value, exactLine) : null;
};

const baseLines = (preparation: Preparation, indicator: CompiledIndicator, rows: IndicatorRows): Float64Array => {
  const { definition } = indicator;
  const { standard, input } = preparation;
  const amount = thresholdsInForce(indicator.thresholds, input.schoolYear)?.[rows.stage];
  const lines =
    typeof amount === 'object'
      ? ownNumbers(amount, rows.frame)
      : new Float64Array(rows.frame.size).fill(amount ?? Number.NaN);
  const higher = higherIsBetter(definition.comparison);
  const tightened = strictestByArea(
    standard,
    input.areas,
    input.schoolYear,
    (override) =>
      override.thresholds.find((entry) => entry.indicator === definition.id && entry.stage === rows.stage)?.value ??
      null,
    higher,
  );
  if (tightened) {
    for (let row = 0; row < lines.length; row++) {
      const own = tightened[rows.areaOf(row)] ?? Number.NaN;
      if (!Number.isNaN(own)) lines[row] = stricter(lines[row] as number, own, higher);
    }
  }
  return lines;
};

/** Changes `value` and `threshold` where an exception holds: the first formula, and the most favourable line. */
const applyExceptions = (
  indicator: CompiledIndicator,
  rows: IndicatorRows,
  value: Float64Array,
  threshold: Float64Array,
  formulas: Map<number, Term>,
): Uint32Array | null => {
  if (indicator.exceptions.length === 0) return null;
  const { size } = rows.frame;
  const higher = higherIsBetter(indicator.definition.comparison);
  const formulaBits = new Uint32Array(size);
  const lineBits = new Uint32Array(size);
  for (const exception of indicator.exceptions) {
    const bit = 1 << exception.index;
    const holds = evaluateTruths(exception.when, rows.frame);
    const other = exception.formula ? evaluateNumbers(exception.formula, rows.frame) : null;
    const amount = exception.thresholds?.[rows.stage];
    const lines = typeof amount === 'object' ? evaluateNumbers(amount, rows.frame) : (amount ?? Number.NaN);
    for (let row = 0; row < size; row++) {
      if (truthAt(holds, row) !== yes) continue;
      if (other !== null && exception.formula && formulaBits[row] === 0) {
        formulas.set(row, exception.formula);
        value[row] = numberAt(other, row);
        formulaBits[row] = bit;
      }
      const line = numberAt(lines, row);
      if (!Number.isNaN(line) && (higher ? line < (threshold[row] as number) : line > (threshold[row] as number))) {
        threshold[row] = line;
        lineBits[row] = bit;
      }
    }
  }
  for (let row = 0; row < size; row++) formulaBits[row] = (formulaBits[row] as number) | (lineBits[row] as number);
  return formulaBits;
};
