/** The pages of a gateway in the browser: what it does now, what it did, and what may be asked of it. */
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider>jalur</MantineProvider>
  </StrictMode>,
);
