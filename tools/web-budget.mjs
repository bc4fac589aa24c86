// What a browser loads before the first page can be read, held to a budget: the build fails above it. Compressed as the
// server sends it, counted over everything that the entry and the first page import statically.
import { gzipSync } from 'node:zlib';

export const firstPage = 'pages/overview/overview-page.tsx';
export const budgetBytes = 250_000;

/** @type {import('vite').Plugin} */
export const budget = {
  name: 'budget',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, files) {
      const total = bytesOfFirstPage(files);
      const text = `${(total / 1000).toFixed(0)} kB (gzip) to the first page, of ${budgetBytes / 1000} kB`;
      if (total > budgetBytes) this.error(`too much is loaded: ${text}`);
      this.environment.logger.info(text);
    },
  },
};

function bytesOfFirstPage(files) {
  const chunks = Object.values(files).filter(file => file.type === 'chunk');
  const starts = chunks.filter(chunk => chunk.isEntry || chunk.facadeModuleId?.endsWith(firstPage));
  const needed = new Set();
  for (const chunk of starts) collect(files, chunk, needed);
  return [...needed].reduce((sum, name) => sum + weight(files[name]), 0);
}

function collect(files, chunk, needed) {
  if (!chunk || needed.has(chunk.fileName)) return;
  needed.add(chunk.fileName);
  for (const name of chunk.viteMetadata?.importedCss ?? []) needed.add(name);
  for (const name of chunk.viteMetadata?.importedAssets ?? []) needed.add(name);
  for (const name of chunk.imports) collect(files, files[name], needed);
}

/** Fonts are compressed already. */
function weight(file) {
  if (!file) return 0;
  const content = file.type === 'chunk' ? file.code : file.source;
  return file.fileName.endsWith('.woff2') ? content.length : gzipSync(content).length;
}
