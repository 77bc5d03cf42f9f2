import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** The same messages in both languages; the English file takes its type from the Chinese one. */
export type Bilingual<Messages> = Readonly<Record<Language, Messages>>;

/** A text that came from data (a policy, an error, a trace) in both languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

interface LanguageState {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

const storageKey = 'junheng.language';
const LanguageContext = createContext<LanguageState>({ language: 'zh-CN', setLanguage: () => undefined });

/** A link may carry `?lang=en`; otherwise the person's last choice; otherwise Chinese. */
export function chooseLanguage(search: string, stored: string | null): Language {
  const asked = new URLSearchParams(search).get('lang') ?? stored;
  return asked === 'en' ? 'en' : 'zh-CN';
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() =>
    chooseLanguage(window.location.search, window.localStorage.getItem(storageKey)),
  );
  useEffect(() => {
    window.localStorage.setItem(storageKey, language);
    document.documentElement.lang = language;
  }, [language]);
  const state = useMemo(() => ({ language, setLanguage }), [language]);
  return <LanguageContext value={state}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageState {
  return use(LanguageContext);
}

export function useMessages<Messages>(messages: Bilingual<Messages>): Messages {
  return messages[use(LanguageContext).language];
}

/** Picks the reader's language from a text that came from data. */
export function useText(): (text: Text) => string {
  const { language } = use(LanguageContext);
  return (text) => (language === 'en' ? text.en || text.zh : text.zh);
}
