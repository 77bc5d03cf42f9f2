export { convertPoint, type Datum, datums } from './convert-point.ts';
export { distanceM } from './distance.ts';
export { isShifted, type Point } from './gcj02.ts';
