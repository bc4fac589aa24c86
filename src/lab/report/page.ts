import type { Language } from '../../text/index.ts';
import { type Html, html, raw } from './html.ts';
import { pageWords } from './say/page.ts';
import { style } from './style.ts';

/** What every page of ours has. */
export interface Page {
  readonly title: string;
  readonly header: Html;
  readonly main: Html;
  readonly footer: Html;
}

// The policy keeps the promise that the file needs nothing from anywhere, and makes injected markup harmless.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** One self-contained HTML file: no script, no network, no other file. */
export function printPage(language: Language, { title, header, main, footer }: Page): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#content">${pageWords[language].skip}</a>
<header>${header}</header>
<main id="content">
${main}</main>
<footer>${footer}</footer>
</body>
</html>
`.html;
}
