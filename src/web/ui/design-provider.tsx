import ConfigProvider from 'antd/es/config-provider';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import { type ReactNode, useMemo, useSyncExternalStore } from 'react';
import { useLanguage, useLargeText } from '#web/locale';
import { designTheme } from './theme.ts';

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
  const theme = useMemo(() => designTheme(large ? 1.25 : 1, thumb), [large, thumb]);
  return (
    <ConfigProvider
      locale={language === 'en' ? enUS : zhCN}
      theme={theme}
      wave={{ disabled: true }}
      // A space between two characters would change what a control is called.
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}
