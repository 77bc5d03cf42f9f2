import { useEffect } from 'react';
import { languages, useLanguage, useLargeText } from '#web/locale';
import { useShellMessages } from './messages.ts';

const languageNames = { 'zh-CN': '中文', en: 'English' } as const;

/** How this person reads: language and size of text, kept on this device. */
export function ReadingSettings() {
  const words = useShellMessages();
  const { language, setLanguage } = useLanguage();
  const { large, setLarge } = useLargeText();
  useEffect(() => {
    document.documentElement.dataset['text'] = large ? 'large' : 'normal';
  }, [large]);
  const other = languages.find((candidate) => candidate !== language) ?? 'en';
  return (
    <span className="jh-reading jh-no-print">
      <button type="button" className="jh-top-button" aria-pressed={large} onClick={() => setLarge(!large)}>
        {words.largeText}
      </button>
      <button type="button" className="jh-top-button" lang={other} onClick={() => setLanguage(other)}>
        {languageNames[other]}
      </button>
    </span>
  );
}
