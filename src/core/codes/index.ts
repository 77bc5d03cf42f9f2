export { ancestorCodes, nationCode, parseAreaCode } from './area-code.ts';
export { identityNumber, readIdentityNumber } from './identity-number.ts';
export {
  identifierFits,
  parseSchoolIdentifier,
} from './school-identifier.ts';
