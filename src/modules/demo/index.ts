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
export {
  type DemoChoice,
  demoDefaults,
  type WriteDemoOptions,
  writeDemo,
  writeDemoReturns,
  writeDemoWorkbooks,
} from './write-demo.ts';
export type { ReturnsTarget, WorkbookTarget } from './write-files.ts';
