export { useCommon } from './common.ts';
export {
  LanguageProvider,
  languages,
  type Text,
  useLanguage,
  useMessages,
  useText,
} from './language.tsx';
export { useLargeText } from './large-text.ts';
export {
  fixedText,
  instantText,
  moneyText,
  noValue,
  numberText,
  schoolYearText,
  shareText,
  valueBesideLine,
} from './number-text.ts';
export { readStage } from './stage-name.ts';
