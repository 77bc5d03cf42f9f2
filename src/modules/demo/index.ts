export { generateDemo } from './generate-demo.ts';
export type { DemoAttestation, DemoCounty, DemoOptions, DemoUnit, DemoYear } from './model.ts';
export { demoDefaults, writeDemo, writeDemoReturns, writeDemoWorkbooks } from './write-demo.ts';
