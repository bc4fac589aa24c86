/** Markup that is safe to put into a page as it is. Only `html` and `raw` make it. */
export interface Html {
  readonly html: string;
}

/** What may stand in a template: text is escaped, markup is not, lists are joined, nothing prints nothing. */
export type Part = string | number | Html | undefined | false | readonly Part[];

const entity: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for element content and quoted attributes (HTML Living Standard 13.1.2.6); C0 controls become U+FFFD. */
export function escapeText(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd').replace(/[&<>"']/g, char => entity[char] ?? char);
}

function print(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(print).join('');
}

/** Template of markup: every inserted text is escaped. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: texts.map((text, index) => (index === 0 ? '' : print(parts[index - 1])) + text).join('') };
}

/** Our own constant markup (style sheets); never anything that a user or a measurement said. */
export const raw = (text: string): Html => ({ html: text });
