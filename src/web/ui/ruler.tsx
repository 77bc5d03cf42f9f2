import { numberText, useCommon, valueBesideLine } from '#web/locale';
import { type Status, statusColour } from './status.ts';

interface Mark {
  readonly label: string;
  readonly value: number | null;
}

interface Props {
  readonly value: number | null;
  readonly line: number | null;
  readonly status: Status;
  readonly decimals: number;
  readonly lineLabel: string;
  /** Other values on the same scale, such as the county mean. */
  readonly marks: readonly Mark[];
}

/** Where the scale of a ruler ends: a little beyond the largest of what it shows. */
export function rulerEnd(values: readonly (number | null)[]): number {
  const largest = Math.max(0, ...values.filter((value): value is number => value !== null && Number.isFinite(value)));
  return largest === 0 ? 1 : largest * 1.12;
}

/** A small scale with the school's value as a bar, the line across it and other values as ticks below. */
export function Ruler({ value, line, status, decimals, lineLabel, marks }: Props) {
  const words = useCommon();
  const end = rulerEnd([value, line, ...marks.map((mark) => mark.value)]);
  const at = (position: number) => `${(position / end) * 100}%`;
  const spoken = [
    words.verdicts[status],
    valueBesideLine(value, line, decimals),
    `${lineLabel} ${numberText(line, decimals)}`,
    ...marks.map((mark) => `${mark.label} ${numberText(mark.value, decimals)}`),
  ].join(words.listSeparator);
  return (
    <svg className="jh-ruler" role="img" aria-label={spoken} width="100%" height="38">
      <rect x="0" y="9" width="100%" height="10" className="jh-ruler-track" />
      {value === null ? null : (
        <rect x="0" y="9" width={at(Math.max(0, value))} height="10" fill={statusColour[status]} />
      )}
      {line === null ? null : <rect x={at(line)} y="3" width="2" height="22" className="jh-ruler-line" />}
      {marks.map((mark) =>
        mark.value === null ? null : (
          <g key={mark.label}>
            <rect x={at(mark.value)} y="19" width="1" height="5" className="jh-ruler-tick" />
            <text
              x={at(mark.value)}
              y="36"
              className="jh-ruler-text"
              textAnchor={mark.value / end > 0.85 ? 'end' : mark.value / end < 0.12 ? 'start' : 'middle'}
            >
              {mark.label}
            </text>
          </g>
        ),
      )}
    </svg>
  );
}
