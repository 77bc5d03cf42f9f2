import { useMemo } from 'react';
import { shareText } from '#web/locale';
import { Drawing } from './drawing.tsx';
import { escapeHtml, ink, textStyle, tooltip, valueAxis } from './ink.ts';

interface Props {
  readonly label: string;
  readonly points: readonly { readonly pupilShare: number; readonly resourceShare: number }[];
  readonly pupilsLabel: string;
  readonly resourceLabel: string;
  readonly equalLabel: string;
}

/** The share of the resource that the poorest share of pupils has; the straight line is an even distribution. */
export function LorenzCurve({ label, points, pupilsLabel, resourceLabel, equalLabel }: Props) {
  const option = useMemo(() => {
    const axis = {
      ...valueAxis,
      min: 0,
      max: 1,
      axisLabel: { color: ink.text, formatter: (v: number) => shareText(v, 0) },
    };
    return {
      animation: false,
      textStyle,
      grid: { left: 8, right: 20, top: 28, bottom: 24, containLabel: true },
      tooltip: {
        ...tooltip,
        trigger: 'axis',
        formatter: (items: readonly { readonly data: readonly [number, number] }[]) => {
          const point = items[0]?.data;
          return point
            ? `${escapeHtml(pupilsLabel)} ${shareText(point[0])}<br>${escapeHtml(resourceLabel)} <b>${shareText(point[1])}</b>`
            : '';
        },
      },
      xAxis: { ...axis, name: pupilsLabel, nameLocation: 'middle', nameGap: 24 },
      yAxis: { ...axis, name: resourceLabel, nameTextStyle: { align: 'left', color: ink.text } },
      series: [
        {
          type: 'line',
          symbol: 'none',
          data: points.map((point) => [point.pupilShare, point.resourceShare]),
          lineStyle: { color: ink.strong, width: 2 },
          itemStyle: { color: ink.strong },
          areaStyle: { color: ink.line, opacity: 0.45 },
        },
        {
          type: 'line',
          symbol: 'none',
          silent: true,
          data: [
            [0, 0],
            [1, 1],
          ],
          tooltip: { show: false },
          lineStyle: { color: ink.soft, type: 'dashed', width: 1.5 },
          endLabel: { show: false },
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { opacity: 0 },
            label: { formatter: equalLabel, color: ink.text, position: 'middle' },
            data: [[{ coord: [0, 0] }, { coord: [1, 1] }]],
          },
        },
      ],
    };
  }, [points, pupilsLabel, resourceLabel, equalLabel]);
  return <Drawing label={label} option={option} height={320} />;
}
