import { breakLines } from './break-lines.ts';
import type { Drawing, Shape } from './drawing.ts';
import { textWidth } from './text-width.ts';

export interface Bar {
  readonly label: string;
  /** NaN = no value: the row says so and has no bar. */
  readonly value: number;
  /** The figure as it is shown beside the bar. */
  readonly shown: string;
  /** A line across this row, such as the limit the value must not exceed; NaN = none. */
  readonly limit: number;
  readonly isOutside: boolean;
}

const widthPt = 440;
const rowPt = 18;
const barPt = 10;
const linePt = 11;
const labelRoomPt = 168;
const sizePt = 9;
const gapPt = 6;

/**
 * Horizontal bars, each against its own limit: grey within the limit, black outside it, so that it reads in print.
 *
 * @param legend What a bar, a black bar and the line stand for, such as `差异系数；黑色为超过限值；竖线为限值`.
 */
export function barChart(bars: readonly Bar[], legend: string, alternative: string): Drawing {
  const rows = rowsOf(bars);
  const labelPt = Math.max(0, ...rows.flatMap(({ lines }) => lines.map((line) => textWidth(line, sizePt)))) + gapPt;
  const shownPt = Math.max(0, ...bars.map(({ shown }) => textWidth(shown, sizePt))) + 2 * gapPt;
  const roomPt = widthPt - labelPt - shownPt;
  const highest = Math.max(1e-9, ...bars.flatMap(({ value, limit }) => [value, limit]).filter(Number.isFinite));
  const xOf = (value: number) => labelPt + (value / highest) * roomPt;
  const shapes = rows.flatMap((row) => drawBar(row, labelPt, xOf));
  const bottom = rows.reduce((sum, { heightPt }) => sum + heightPt, 0);
  const axis: Shape = { kind: 'line', from: [labelPt, 0], to: [labelPt, bottom], widthPt: 0.75, color: '#000000' };
  const key: Shape = {
    kind: 'text',
    at: [labelPt, bottom + 14],
    text: legend,
    sizePt: sizePt - 1,
    anchor: 'start',
    color: '#333333',
  };
  return { widthPt, heightPt: bottom + 20, alternative, shapes: [...shapes, axis, key] };
}

interface Row {
  readonly bar: Bar;
  /** The label, broken where it is longer than the room left of the bars. */
  readonly lines: readonly string[];
  readonly top: number;
  readonly heightPt: number;
}

function rowsOf(bars: readonly Bar[]): readonly Row[] {
  let top = 0;
  return bars.map((bar) => {
    const lines = breakLines(bar.label, labelRoomPt, (text) => textWidth(text, sizePt));
    const heightPt = rowPt + (lines.length - 1) * linePt;
    const row = { bar, lines, top, heightPt };
    top += heightPt;
    return row;
  });
}

function drawBar({ bar, lines, top, heightPt }: Row, labelPt: number, xOf: (value: number) => number): Shape[] {
  const middle = top + heightPt / 2;
  const baseline = middle + sizePt * 0.36;
  const text = (at: number, content: string, anchor: 'start' | 'end', below = 0): Shape => ({
    kind: 'text',
    at: [at, baseline + below],
    text: content,
    sizePt,
    anchor,
    color: '#000000',
  });
  const label = lines.map((line, index) =>
    text(labelPt - gapPt / 2, line, 'end', (index - (lines.length - 1) / 2) * linePt),
  );
  if (!Number.isFinite(bar.value)) return [...label, text(labelPt + gapPt, bar.shown, 'start')];
  const end = xOf(Math.max(0, bar.value));
  const limitX = xOf(bar.limit);
  const fill = bar.isOutside ? '#222222' : '#b4b4b4';
  const limit: Shape[] = Number.isFinite(bar.limit)
    ? [{ kind: 'line', from: [limitX, top + 1], to: [limitX, top + heightPt - 1], widthPt: 1.25, color: '#c00000' }]
    : [];
  const shownAt = Number.isFinite(bar.limit) ? Math.max(end, limitX) : end;
  return [
    ...label,
    { kind: 'rectangle', x: labelPt, y: middle - barPt / 2, width: end - labelPt, height: barPt, fill },
    ...limit,
    text(shownAt + gapPt, bar.shown, 'start'),
  ];
}
