export { common, useCommon } from './common.ts';
export {
  type Bilingual,
  type Language,
  LanguageProvider,
  languages,
  type Text,
  useLanguage,
  useMessages,
  useText,
} from './language.tsx';
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
export { readStage, stageOrder } from './stage-name.ts';
