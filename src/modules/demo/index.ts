export { type DemoPart, generateDemo } from './generate-demo.ts';
export type {
  DemoArea,
  DemoAttestation,
  DemoClass,
  DemoCounty,
  DemoDetail,
  DemoFact,
  DemoLegalPerson,
  DemoName,
  DemoOptions,
  DemoSize,
  DemoStaff,
  DemoUnit,
  DemoYear,
} from './model.ts';
export type { DatabaseTarget, DemoProgress, WrittenDemo } from './write-database.ts';
export { demoDefaults, type WriteDemoOptions, writeDemo } from './write-demo.ts';
