import { numberText } from '#web/locale';
import { axisTicks, type ChartStep } from './view-model.ts';

interface Props {
  readonly label: string;
  readonly steps: readonly ChartStep[];
  readonly year: number;
}

const width = 640;
const height = 280;
const left = 82;
const right = 28;
const top = 12;
const bottom = 30;

/** Pupils known and coming with their interval, and the seats of each year as a stepped line. The table below holds the same. */
export function BandChart({ label, steps, year }: Props) {
  const largest = Math.max(1, ...steps.map(({ known, high, seats }) => Math.max(known ?? 0, high ?? 0, seats ?? 0)));
  const ticks = axisTicks(largest);
  const most = ticks.at(-1) ?? largest;
  const first = steps[0]?.year ?? 0;
  const last = steps.at(-1)?.year ?? first + 1;
  const x = (at: number) => left + ((at - first) / Math.max(1, last - first)) * (width - left - right);
  const y = (value: number) => height - bottom - (value / most) * (height - top - bottom);
  const line = (of: (step: ChartStep) => number | null) =>
    steps
      .flatMap((step) => {
        const value = of(step);
        return value === null ? [] : [`${x(step.year).toFixed(1)} ${y(value).toFixed(1)}`];
      })
      .map((point, at) => `${at === 0 ? 'M' : 'L'}${point}`)
      .join(' ');
  const band = steps.filter(({ low, high }) => low !== null && high !== null);
  const area = [
    ...band.map(({ year: at, high }) => `${x(at).toFixed(1)} ${y(high ?? 0).toFixed(1)}`),
    ...band.toReversed().map(({ year: at, low }) => `${x(at).toFixed(1)} ${y(low ?? 0).toFixed(1)}`),
  ];
  const seats = steps.filter((step) => step.seats !== null);
  const half = (x(first + 1) - x(first)) / 2;
  const stepped = seats
    .map(({ year: at, seats: n }, i) => {
      const level = y(n ?? 0).toFixed(1);
      return `${i === 0 ? 'M' : 'L'}${(x(at) - half).toFixed(1)} ${level} L${Math.min(x(at) + half, width - right).toFixed(1)} ${level}`;
    })
    .join(' ');
  return (
    <svg className="jh-band-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${left} ${y(tick)} H${width - right}`} className="jh-band-grid" />
          <text x={left - 6} y={y(tick) + 4} textAnchor="end">
            {numberText(tick, 2)}
          </text>
        </g>
      ))}
      {steps
        .filter((step) => (step.year - first) % 2 === 0)
        .map((step) => (
          <text key={step.year} x={x(step.year)} y={height - 8} textAnchor="middle">
            {step.year}
          </text>
        ))}
      <path d={`M${x(year)} ${top} V${height - bottom}`} className="jh-band-now" />
      {area.length > 0 ? <path d={`M${area.join(' L')} Z`} className="jh-band-interval" /> : null}
      <path d={stepped} className="jh-band-seats" />
      <path d={line(({ known }) => known)} className="jh-band-known" />
      <path d={line(({ pupils }) => pupils)} className="jh-band-coming" />
    </svg>
  );
}
