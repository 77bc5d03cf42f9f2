export { inventDraw } from './invent-draw.ts';
export { type InventedCity, type InventedMarket, inventMarket } from './invent-market.ts';
export { seeded, shuffled } from './seeded.ts';
