import { useMemo } from 'react';
import { numberText, valueBesideLine } from '#web/locale';
import { type Status, statusColour, statusSymbol } from '#web/ui';
import { Drawing } from './drawing.tsx';
import { escapeHtml, ink, textStyle, tooltip, valueAxis } from './ink.ts';

export interface Dot {
  readonly key: string;
  readonly name: string;
  readonly value: number | null;
  readonly size: number | null;
  readonly status: Status;
}

interface Props {
  readonly label: string;
  readonly dots: readonly Dot[];
  readonly line: number | null;
  readonly lineLabel: string;
  readonly mean: number | null;
  readonly meanLabel: string;
  readonly unit: string;
  readonly sizeLabel: string;
  readonly decimals: number;
  readonly onPick?: (key: string) => void;
}

/** Diameter of a dot whose area is in proportion to `size`; the largest is 26 px across. */
export function dotDiameter(size: number | null, largest: number): number {
  if (size === null || largest <= 0) return 6;
  return Math.max(5, Math.sqrt(Math.max(0, size) / largest) * 26);
}

/** Every school from the smallest value to the largest, with the line and the mean across. */
export function OrderedDots(props: Props) {
  const { label, dots, line, lineLabel, mean, meanLabel, unit, sizeLabel, decimals, onPick } = props;
  const ordered = useMemo(
    () =>
      dots
        .filter((dot): dot is Dot & { readonly value: number } => dot.value !== null)
        .sort((a, b) => a.value - b.value || a.key.localeCompare(b.key)),
    [dots],
  );
  const option = useMemo(() => {
    const largest = Math.max(0, ...ordered.map((dot) => dot.size ?? 0));
    const levels = [
      {
        at: line,
        text: `${lineLabel} ${numberText(line, decimals)}`,
        type: 'solid',
        color: ink.strong,
        position: 'insideEndTop',
      },
      {
        at: mean,
        text: `${meanLabel} ${valueBesideLine(mean, line, decimals)}`,
        type: 'dashed',
        color: ink.text,
        position: 'insideStartTop',
      },
    ].filter((level) => level.at !== null);
    return {
      animation: false,
      textStyle,
      grid: { left: 8, right: 16, top: 28, bottom: 8, containLabel: true },
      tooltip: {
        ...tooltip,
        trigger: 'item',
        formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
          const dot = ordered[dataIndex];
          if (!dot) return '';
          const pupils = dot.size === null ? '' : `<br>${escapeHtml(sizeLabel)} ${numberText(dot.size, 0)}`;
          return `${escapeHtml(dot.name)}<br><b>${valueBesideLine(dot.value, line, decimals)}</b> ${escapeHtml(unit)}${pupils}`;
        },
      },
      xAxis: { type: 'value', min: -1, max: ordered.length, show: false },
      yAxis: { ...valueAxis, name: unit, nameTextStyle: { align: 'left', color: ink.text }, min: 0 },
      series: [
        {
          type: 'scatter',
          data: ordered.map((dot, index) => ({
            value: [index, dot.value],
            symbol: statusSymbol[dot.status],
            symbolSize: dotDiameter(dot.size, largest),
            itemStyle: { color: statusColour[dot.status], opacity: 0.72, borderColor: '#fff', borderWidth: 0.5 },
          })),
          markLine: {
            symbol: 'none',
            silent: true,
            data: levels.map((level) => ({
              yAxis: level.at,
              lineStyle: { color: level.color, type: level.type, width: 1.5 },
              label: { formatter: level.text, position: level.position, color: level.color, fontWeight: 600 },
            })),
          },
        },
      ],
    };
  }, [ordered, line, lineLabel, mean, meanLabel, unit, sizeLabel, decimals]);
  return (
    <Drawing
      label={label}
      option={option}
      height={320}
      {...(onPick
        ? {
            onPick: (index: number) => {
              const dot = ordered[index];
              if (dot) onPick(dot.key);
            },
          }
        : {})}
    />
  );
}
