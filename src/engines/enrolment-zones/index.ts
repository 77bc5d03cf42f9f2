export { AddressBook, type KnownDoor, residencesFor, residencesOf } from './address-book.ts';
export { checkRules } from './check-rules.ts';
export type { Candidate, Located, NoRule, NumberSet, Residence, ZoneFinding, ZoneRule } from './model.ts';
export { type ParsedAddress, parseAddress } from './parse-address.ts';
export { layoutOf, type RuleFile, type RuleRow, readRules, stageOf } from './read-rules.ts';
export { ZoneIndex } from './zone-index.ts';
