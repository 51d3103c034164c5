import './styles/index.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { openLive } from './api/open-live.js';
import { App } from './app.js';
import { guardHistory } from './shell/leave-guard.js';

// The desk's server retries what may be sent again; a failure that reaches the page is shown at once.
const client = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 5000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

guardHistory();
let close = openLive(client);
addEventListener('pagehide', () => {
  close();
});
addEventListener('pageshow', (event) => {
  if (event.persisted) close = openLive(client);
});

const place = document.getElementById('desk');
if (place === null) throw new Error('The page has no element "desk".');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
