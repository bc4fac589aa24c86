import { defineConfig } from 'vite';
import { budget } from './tools/web-budget.mjs';

// What is built is for users, also where a test builds it.
process.env['NODE_ENV'] = 'production';

// The pages of `jalur web`. The server sends a strict content security policy: every script and style is a file of its
// own, nothing is inlined, not even small pictures.
export default defineConfig({
  root: 'src/web',
  base: '/',
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Libraries that know of servers mark files for the browser ('use client'), which means nothing here.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  oxc: { jsx: { runtime: 'automatic' } },
  plugins: [budget],
});
