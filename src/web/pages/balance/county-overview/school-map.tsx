import { Link, useNavigate } from 'react-router';
import type { MapPoint, Overview } from '#contracts/balance';
import { ChartFrame, PointMap } from '#web/charts';
import { numberText, useCommon } from '#web/locale';
import { useView } from '#web/shell';
import { DataTable, Section, type ShownColumn, StatusMark, statuses, VerdictTag } from '#web/ui';
import { useWords } from './messages.ts';

/** Schools (of a province: its counties) where they stand, by verdict; the same as a table below. */
export function SchoolMap({ overview }: { readonly overview: Overview }) {
  const words = useWords();
  const common = useCommon();
  const view = useView();
  const navigate = useNavigate();
  const isOfCounties = overview.map.some(({ unit }) => unit === '');
  const points = overview.map.filter(
    (point) => isOfCounties || view.stage === null || point.stages.includes(view.stage),
  );
  const keyOf = (point: MapPoint) => (isOfCounties ? point.county : point.unit);
  const hrefOf = (point: MapPoint) =>
    isOfCounties ? view.href('overview', '', {}, point.county) : view.href('schools', point.unit, {}, point.county);
  const columns: readonly ShownColumn<MapPoint>[] = [
    {
      key: 'name',
      title: isOfCounties ? words.county : words.school,
      value: (point) => point.name,
      render: (point) => <Link to={hrefOf(point)}>{point.name}</Link>,
    },
    { key: 'pupils', title: words.pupils, kind: 'number', decimals: 0, value: (point) => point.pupils },
    {
      key: 'verdict',
      title: words.verdict,
      value: (point) => common.verdicts[point.status],
      render: (point) => <VerdictTag status={point.status} />,
    },
    {
      key: 'place',
      title: words.place,
      value: (point) => `${point.lng.toFixed(4)}, ${point.lat.toFixed(4)}`,
    },
  ];
  if (points.length === 0) {
    return (
      <Section title={words.map}>
        <p className="jh-hint">{words.mapEmpty}</p>
      </Section>
    );
  }
  return (
    <Section title={words.map} hint={words.mapHint}>
      <ChartFrame
        table={<DataTable id="m" caption={words.map} rows={points} columns={columns} rowKey={keyOf} pageSize={20} />}
      >
        <PointMap
          label={(isOfCounties ? words.countyMapLabel : words.mapLabel)(numberText(points.length))}
          points={points.map((point) => ({ ...point, key: keyOf(point), size: point.pupils }))}
          scaleText={(metres) =>
            metres >= 1000 ? words.kilometres(numberText(metres / 1000)) : words.metres(numberText(metres))
          }
          onPick={(key) => {
            const point = points.find((candidate) => keyOf(candidate) === key);
            if (point) void navigate(hrefOf(point));
          }}
        />
        <ul className="jh-legend">
          {statuses
            .map((status) => ({ status, count: points.filter((point) => point.status === status).length }))
            .filter(({ count }) => count > 0)
            .map(({ status, count }) => (
              <li key={status}>
                <StatusMark status={status} /> {common.verdicts[status]}{' '}
                <span className="jh-number">{numberText(count)}</span>
              </li>
            ))}
        </ul>
      </ChartFrame>
    </Section>
  );
}
