export { type AreaCode, type CodedLevel, nationCode, parseAreaCode } from './area-code.ts';
export {
  type IdentifierKind,
  identifierFits,
  parseSchoolIdentifier,
  type SchoolIdentifier,
} from './school-identifier.ts';
