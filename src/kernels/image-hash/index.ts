export { chanceWithin } from './chance-within.ts';
export { differenceHash, type GreyImage } from './difference-hash.ts';
export { findNearPairs, type NearPairs } from './find-near-pairs.ts';
export { hashDistance } from './hash-distance.ts';
