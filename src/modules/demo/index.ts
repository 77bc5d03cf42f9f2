export { demoCountyCode } from './areas.ts';
export { generateDemo } from './generate-demo.ts';
export { inventFamilies } from './invent-families.ts';
export type { DemoAttestation, DemoCounty, DemoOptions, DemoUnit, DemoYear } from './model.ts';
export { type LedgerStage, playLedger } from './play-ledger.ts';
export { type DemoChoice, demoDefaults, writeDemo, writeDemoReturns, writeDemoWorkbooks } from './write-demo.ts';
