import ConfigProvider from 'antd/es/config-provider';
import type { Locale } from 'antd/es/locale';
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useLanguage, useLargeText } from '#web/locale';
import { designTheme } from './theme.ts';

// Always a locale, even one without words: with none at first the whole page would be built anew when it comes.
const ownWords: Locale = { locale: 'en' };

const narrow = () => window.matchMedia('(max-width: 56rem)');

function watchNarrow(changed: () => void): () => void {
  const watched = narrow();
  watched.addEventListener('change', changed);
  return () => watched.removeEventListener('change', changed);
}

/** Gives every Ant Design control the reader's language and size of text, and the look of the pages. */
export function DesignProvider({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  const { large } = useLargeText();
  const thumb = useSyncExternalStore(watchNarrow, () => narrow().matches);
  const [chinese, setChinese] = useState<Locale>(ownWords);
  useEffect(() => {
    // Ant Design speaks English by itself. No control of the first view says a word of its own, so its Chinese may come after.
    if (language !== 'zh-CN') return;
    void import('antd/es/locale/zh_CN').then(
      (loaded) => setChinese(loaded.default),
      () => undefined,
    );
  }, [language]);
  const theme = useMemo(() => designTheme(large ? 1.25 : 1, thumb), [large, thumb]);
  return (
    <ConfigProvider
      locale={language === 'zh-CN' ? chinese : ownWords}
      theme={theme}
      wave={{ disabled: true }}
      // A space between two characters would change what a control is called.
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}
