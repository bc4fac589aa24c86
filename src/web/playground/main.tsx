/** The playground: the floors that know no Node, in one page that needs no server and asks nobody. */
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { theme } from '../style/theme.ts';
import { LanguageProvider } from '../words/language.tsx';
import { Page } from './page.tsx';
import '../style/mantine.css';
import '../parts/mantine-more.css';
import '../style/tokens.css';
import '../style/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <LanguageProvider>
        <Page />
      </LanguageProvider>
    </MantineProvider>
  </StrictMode>,
);
