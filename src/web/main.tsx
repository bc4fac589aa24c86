/** The pages of a gateway in the browser: what it does now, what it did, and what may be asked of it. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { loadSoon } from './app/places.ts';
import './style/mantine.css';
import './style/tokens.css';
import './style/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
loadSoon(location.pathname);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
