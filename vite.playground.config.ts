import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

/**
 * Puts scripts and styles into the page: one file that works from a disk, without a server and without the network. A
 * worker of such a page can only be made of its source, which Vite inlines.
 */
const oneFile: Plugin = {
  name: 'one-file',
  enforce: 'post',
  generateBundle(_, bundle) {
    const page = bundle['index.html'];
    if (page?.type !== 'asset') throw new Error('there is no index.html to put everything into');
    let html = String(page.source);
    for (const [name, file] of Object.entries(bundle)) {
      if (name === 'index.html') continue;
      const tag = file.type === 'chunk' ? scriptTag(name) : styleTag(name);
      if (!tag.test(html)) throw new Error(`nothing in index.html loads ${name}`);
      const inlined =
        file.type === 'chunk'
          ? `<script type="module">${file.code.replaceAll('</script', '<\\/script')}</script>`
          : `<style>${String(file.source)}</style>`;
      html = html.replace(tag, '');
      html =
        file.type === 'chunk'
          ? html.replace('</body>', () => `${inlined}</body>`)
          : html.replace('</head>', () => `${inlined}</head>`);
      delete bundle[name];
    }
    page.source = html;
  },
};

const escaped = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const scriptTag = (name: string): RegExp =>
  new RegExp(`\\s*<script[^>]*src="[^"]*${escaped(name)}"[^>]*></script>`);
const styleTag = (name: string): RegExp => new RegExp(`\\s*<link[^>]*href="[^"]*${escaped(name)}"[^>]*>`);

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

// What is built is for users, also where a test builds it.
process.env['NODE_ENV'] = 'production';

export default defineConfig({
  root: 'src/web/playground',
  base: './',
  logLevel: 'warn',
  define: { __JALUR_VERSION__: JSON.stringify(version) },
  build: {
    outDir: '../../../dist/playground',
    emptyOutDir: true,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    modulePreload: false,
    target: 'es2022',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 8000,
    // Components say that they are for browsers, which nothing else here is.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  oxc: { jsx: { runtime: 'automatic' } },
  worker: { format: 'iife' },
  plugins: [oneFile],
});
