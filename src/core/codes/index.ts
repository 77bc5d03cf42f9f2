export { ancestorCodes, nationCode, parseAreaCode } from './area-code.ts';
export {
  identifierFits,
  parseSchoolIdentifier,
} from './school-identifier.ts';
