import type { EChartsCoreOption } from 'echarts/core';
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
  const latest = useRef({ option, onPick });
  latest.current = { option, onPick };
  const redraw = useRef<(() => void) | null>(null);
  const [drawn, setDrawn] = useState(false);
  const words = useCommon().chart;

  useEffect(() => {
    let ended = false;
    let end = () => undefined as void;
    void import('./echarts-parts.ts').then(({ init }) => {
      if (ended || !frame.current) return;
      const chart = init(frame.current, null, { renderer: 'svg' });
      redraw.current = () => chart.setOption(latest.current.option, { notMerge: true });
      redraw.current();
      chart.on('click', (event) => latest.current.onPick?.(event.dataIndex));
      const observer = new ResizeObserver(() => chart.resize());
      observer.observe(frame.current);
      setDrawn(true);
      end = () => {
        observer.disconnect();
        chart.dispose();
      };
    });
    return () => {
      ended = true;
      redraw.current = null;
      end();
    };
  }, []);

  useEffect(() => redraw.current?.(), [option]);

  return (
    <div className="jh-drawing" role="img" aria-label={`${label}. ${words.keyboard}`}>
      {drawn ? null : <span className="jh-drawing-wait">{words.loading}</span>}
      <div ref={frame} style={{ height }} aria-hidden="true" />
    </div>
  );
}
