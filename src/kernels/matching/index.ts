export { deferredAcceptance, type Matching, type MatchingOptions } from './deferred-acceptance.ts';
export { immediateAcceptance } from './immediate-acceptance.ts';
export { type Families, ignoresPriority, type Market, type Placement, passesOn } from './market.ts';
export type { BlockingFamily } from './place-families.ts';
export { plainMarket } from './plain-market.ts';
export { serialDictatorship } from './serial-dictatorship.ts';
export { type SeatGroups, softBounds } from './soft-bounds.ts';
export { topTradingCycles } from './top-trading-cycles.ts';
