export { differenceHash, type GreyImage } from './difference-hash.ts';
export { hashDistance } from './hash-distance.ts';
