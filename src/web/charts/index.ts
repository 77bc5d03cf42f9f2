export { BarAgainstLimit, type LimitBar } from './bar-against-limit.tsx';
export { ChartFrame } from './chart-frame.tsx';
export { LorenzCurve } from './lorenz-curve.tsx';
export { type Dot, OrderedDots } from './ordered-dots.tsx';
export { type MapPoint, PointMap } from './point-map.tsx';
export { type Trend, TrendLines } from './trend-lines.tsx';
