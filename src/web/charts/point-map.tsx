import { useState } from 'react';
import { type Status, statusColour, useVerdictWord } from '#web/ui';
import { projectPoints } from './project-points.ts';

export interface MapPoint {
  readonly key: string;
  readonly name: string;
  readonly lng: number;
  readonly lat: number;
  readonly size: number | null;
  readonly status: Status;
  /** Said of the point in place of its verdict. */
  readonly words?: string;
}

interface Props {
  readonly label: string;
  readonly points: readonly MapPoint[];
  readonly scaleText: (metres: number) => string;
  readonly onPick: (key: string) => void;
}

const width = 400;
const height = 320;

function shapeOf(status: Status, x: number, y: number, r: number) {
  const paint = { fill: statusColour[status], fillOpacity: 0.75, stroke: '#fff', strokeWidth: 0.8 };
  if (status === 'notMet') return <rect x={x - r} y={y - r} width={r * 2} height={r * 2} {...paint} />;
  if (status === 'near')
    return <path d={`M${x} ${y - r * 1.2} L${x + r * 1.2} ${y + r} L${x - r * 1.2} ${y + r} Z`} {...paint} />;
  if (status === 'met') return <circle cx={x} cy={y} r={r} {...paint} />;
  return <circle cx={x} cy={y} r={r} fill="#fff" stroke={statusColour[status]} strokeWidth="1.5" />;
}

/** Schools where they stand, drawn from their own points: no tiles, no network. The table holds the same schools. */
export function PointMap({ label, points, scaleText, onPick }: Props) {
  const [pointed, setPointed] = useState<string | null>(null);
  const verdicts = useVerdictWord();
  const map = projectPoints(points, width, height, 16);
  const largest = Math.max(1, ...points.map((point) => point.size ?? 0));
  // The failing schools are drawn last, so that none of them lies under another.
  const order = [...map.places].sort(
    (a, b) => Number(points[a.index]?.status === 'notMet') - Number(points[b.index]?.status === 'notMet'),
  );
  const saidOf = (point: MapPoint) => `${point.name}: ${point.words ?? verdicts(point.status)}`;
  const named = points.find((point) => point.key === pointed);
  return (
    <figure className="jh-map">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <rect x="0.5" y="0.5" width={width - 1} height={height - 1} className="jh-map-ground" />
        {order.map(({ index, x, y }) => {
          const point = points[index];
          if (!point) return null;
          const r = 3 + Math.sqrt((point.size ?? 0) / largest) * 6;
          return (
            <g
              key={point.key}
              className="jh-map-point"
              onPointerEnter={() => setPointed(point.key)}
              onPointerLeave={() => setPointed(null)}
              onClick={() => onPick(point.key)}
            >
              <title>{saidOf(point)}</title>
              {shapeOf(point.status, x, y, r)}
            </g>
          );
        })}
        {map.scaleMetres > 0 ? (
          <g>
            <path d={`M14 ${height - 14} h${map.scaleWidth}`} className="jh-map-scale" />
            <text x="14" y={height - 19} className="jh-ruler-text">
              {scaleText(map.scaleMetres)}
            </text>
          </g>
        ) : null}
      </svg>
      <figcaption className="jh-hint">{named ? saidOf(named) : label}</figcaption>
    </figure>
  );
}
