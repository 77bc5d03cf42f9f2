import { useMemo } from 'react';
import { numberText } from '#web/locale';
import { Drawing } from './drawing.tsx';
import { escapeHtml, ink, textStyle, tooltip, valueAxis } from './ink.ts';

export interface Trend {
  readonly key: string;
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly strong?: boolean;
}

interface Props {
  readonly label: string;
  readonly steps: readonly string[];
  readonly trends: readonly Trend[];
  readonly limit?: { readonly value: number; readonly label: string } | null;
  readonly decimals: number;
  readonly height?: number;
  /** A rank reads downwards: 1 is on top. */
  readonly inverse?: boolean;
}

/** The name at the end of each line; lines that end together share one label at the first of them. */
export function endLabels(trends: readonly Trend[]): readonly string[] {
  const names = new Map<number | null, string[]>();
  for (const trend of trends) {
    const end = trend.values.at(-1) ?? null;
    names.set(end, [...(names.get(end) ?? []), trend.name]);
  }
  return trends.map((trend) => {
    const together = names.get(trend.values.at(-1) ?? null) ?? [];
    return together[0] === trend.name ? together.join(' · ') : '';
  });
}

/** Values by year, one line each, named at the right end: with two years it is a slope chart. */
export function TrendLines({ label, steps, trends, limit = null, decimals, height = 300, inverse = false }: Props) {
  const option = useMemo(() => {
    const labels = endLabels(trends);
    return {
      animation: false,
      textStyle,
      grid: { left: 8, right: '34%', top: 20, bottom: 8, containLabel: true },
      tooltip: {
        ...tooltip,
        trigger: 'item',
        formatter: (item: { readonly seriesName: string; readonly name: string; readonly value: number }) =>
          `${escapeHtml(item.seriesName)}<br>${escapeHtml(item.name)} <b>${numberText(item.value, decimals)}</b>`,
      },
      xAxis: {
        type: 'category',
        data: steps,
        boundaryGap: false,
        axisLine: { lineStyle: { color: ink.line } },
        axisTick: { show: false },
        axisLabel: { color: ink.text },
      },
      yAxis: { ...valueAxis, inverse, min: inverse ? 1 : 0, minInterval: inverse ? 1 : 0 },
      series: trends.map((trend, index) => ({
        name: trend.name,
        type: 'line',
        data: trend.values,
        symbolSize: 7,
        lineStyle: { color: trend.strong ? ink.strong : ink.soft, width: trend.strong ? 2.5 : 1.5 },
        itemStyle: { color: trend.strong ? ink.strong : ink.soft },
        endLabel: {
          show: labels[index] !== '',
          formatter: labels[index] ?? '',
          color: ink.text,
          width: 200,
          overflow: 'truncate',
        },
        labelLayout: { moveOverlap: 'shiftY' },
        ...(limit && index === 0
          ? {
              markLine: {
                symbol: 'none',
                silent: true,
                lineStyle: { color: ink.strong, type: 'solid', width: 1 },
                data: [{ yAxis: limit.value, label: { formatter: limit.label, position: 'insideStartTop' } }],
              },
            }
          : {}),
      })),
    };
  }, [steps, trends, limit, decimals, inverse]);
  return <Drawing label={label} option={option} height={height} />;
}
