import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { RefusedRequest } from '#web/api';
import { LanguageProvider } from '#web/locale';
import { DesignProvider } from '#web/ui';
import { Pages } from './routes.tsx';
import './style/base.css';
import './style/shell.css';
import './style/forms.css';
import './style/answering.css';
import './style/table.css';
import './style/list.css';
import './style/sheet.css';
import './style/trace.css';
import './style/ui.css';
import './style/casework.css';
import './style/charts.css';
import './style/print.css';

const answers = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      // A refusal stays a refusal; a broken connection may come back.
      retry: (failures, error) => !(error instanceof RefusedRequest) && failures < 2,
      retryDelay: 400,
    },
  },
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <DesignProvider>
          <QueryClientProvider client={answers}>
            <BrowserRouter>
              <Pages />
            </BrowserRouter>
          </QueryClientProvider>
        </DesignProvider>
      </LanguageProvider>
    </StrictMode>,
  );
}
