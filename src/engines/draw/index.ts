export type { DrawDigest } from './digests.ts';
export type { DrawList, ListedApplicant, ListedFamily, ListedGroup, Seed } from './draw-list.ts';
export { type FrozenDraw, freezeDraw } from './freeze-draw.ts';
export { type DrawnSeat, type DrawResult, runDraw } from './run-draw.ts';
