export { compensatedSum } from './compensated-sum.ts';
export { contributions } from './contributions.ts';
export { decomposeTheil, type TheilDecomposition } from './decompose-theil.ts';
export { type LorenzCurve, lorenzCurve } from './lorenz-curve.ts';
export { type GroupMeasures, measureGroups } from './measure-groups.ts';
export { measurePopulation } from './measure-population.ts';
export type { PopulationMeasures } from './measure-sorted.ts';
export { type GroupMoments, measureMoments } from './moments.ts';
export {
  coefficientOfVariation,
  gini,
  mcloone,
  meanLogDeviation,
  standardDeviation,
  theil,
  weightedMean,
  weightedMedian,
} from './single.ts';
