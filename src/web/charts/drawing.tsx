import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { useCommon } from '#web/locale';

interface Props {
  readonly label: string;
  readonly option: EChartsCoreOption;
  readonly height: number;
  readonly onPick?: (dataIndex: number) => void;
}

/** A drawing by ECharts, which is loaded when the first one is needed. Its data stand in a table beside it. */
export function Drawing({ label, option, height, onPick }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType | null>(null);
  const words = useCommon().chart;

  useEffect(() => {
    let ended = false;
    let made: EChartsType | null = null;
    const observer = new ResizeObserver(() => made?.resize());
    async function draw() {
      const { init } = await import('./echarts-parts.ts');
      if (ended || !frame.current) return;
      made = init(frame.current, null, { renderer: 'svg' });
      observer.observe(frame.current);
      setChart(made);
    }
    void draw();
    return () => {
      ended = true;
      observer.disconnect();
      made?.dispose();
      setChart(null);
    };
  }, []);

  useEffect(() => {
    chart?.setOption(option, { notMerge: true });
  }, [chart, option]);

  useEffect(() => {
    if (!chart || !onPick) return;
    const pick = (event: { readonly dataIndex: number }) => onPick(event.dataIndex);
    chart.on('click', pick);
    return () => {
      if (!chart.isDisposed()) chart.off('click', pick);
    };
  }, [chart, onPick]);

  return (
    <div className="jh-drawing" role="img" aria-label={`${label}. ${words.keyboard}`}>
      {chart ? null : <span className="jh-drawing-wait">{words.loading}</span>}
      <div ref={frame} style={{ height }} aria-hidden="true" />
    </div>
  );
}
