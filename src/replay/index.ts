export { type Difference, type DrawVerification, drawFiles, verifyDraw } from './verify-draw.ts';
