import type { Diagnostic } from '../../text/index.ts';
import type { LintedFile, Report } from './report.ts';

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}article{border-left:.3rem solid #8a929b;padding:.2rem 1rem;margin:1rem 0}article.error{border-color:#b3261e}article.warning{border-color:#a15c00}h3{font-size:1rem;margin:.3rem 0}p{margin:.3rem 0}pre{background:#f3f4f6;padding:.5rem;overflow:auto}.place{color:#57606a}';

/** One page that needs nothing else. */
export function asHtml({ files, language }: Report): string {
  const body = files.map(fileHtml).join('\n');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>jalur lint</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

const fileHtml = ({ file, verdict, diagnostics }: LintedFile): string =>
  `<section>
<h2>${escaped(file)}</h2>
<p><strong>${escaped(verdict)}</strong></p>
${diagnostics.map(findingHtml).join('\n')}
</section>`;

function findingHtml({ id, severity, what, span, fix, ...more }: Diagnostic): string {
  const parts = [more.why, more.counterExample, more.do].filter(part => part !== undefined);
  const commands = fix?.commands ?? [];
  const code = commands.length === 0 ? '' : `\n<pre>${escaped(commands.join('\n'))}</pre>`;
  return `<article class="${severity}">
<h3>${escaped(what)}</h3>
<p class="place">${severity}, line ${span.start.line}, <code>${escaped(id)}</code></p>
${parts.map(part => `<p>${escaped(part)}</p>`).join('\n')}${code}
</article>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
