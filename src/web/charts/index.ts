export { BarAgainstLimit, type LimitBar } from './bar-against-limit.tsx';
export { ChartFrame } from './chart-frame.tsx';
export { LorenzCurve } from './lorenz-curve.tsx';
export { OrderedDots } from './ordered-dots.tsx';
export { PointMap } from './point-map.tsx';
export { TrendLines } from './trend-lines.tsx';
