/** A text a person reads, in the two languages of the product. */
export interface LocalText {
  readonly zh: string;
  readonly en: string;
}

export type Language = 'zh-CN' | 'en';

/** Picks one language of a text. */
export function textIn(language: Language, text: LocalText): string {
  return language === 'en' ? text.en : text.zh;
}
