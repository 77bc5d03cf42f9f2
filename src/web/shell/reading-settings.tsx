import { useEffect, useState } from 'react';
import { languages, useLanguage } from '#web/locale';
import { useShellMessages } from './messages.ts';

const storageKey = 'junheng.large-text';
const languageNames = { 'zh-CN': '中文', en: 'English' } as const;

/** How this person reads: language and size of text, kept on this device. */
export function ReadingSettings() {
  const words = useShellMessages();
  const { language, setLanguage } = useLanguage();
  const [large, setLarge] = useState(() => window.localStorage.getItem(storageKey) === 'yes');
  useEffect(() => {
    window.localStorage.setItem(storageKey, large ? 'yes' : 'no');
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
