import { isScalar, parseDocument, visit } from 'yaml';
import { withoutSecrets } from '../../rsc/index.ts';

// The text of a configuration for those who may not have its passwords. Lines stay where they are, so that places still fit.

const mask = 'REDACTED';
const isSecretName = (name: string): boolean => withoutSecrets(`${name}=x`) !== `${name}=x`;

/** A value in quotes, in quotes within a script's own quotes, or bare; over several lines, too, as exports wrap them. */
const property =
  /([\w-]+)=((?:\\\r?\n[ \t]*)*(?:"(?:[^"\\]|\\[\s\S])*"|\\"(?:[^"\\]|\\[^"])*\\"|(?:[^\s"\]})\\]|\\\r?\n[ \t]*|\\[^\r\n])+))/g;

const inQuotes = /(\\?")([\s\S]*)\1$/;

const unwrapped = (text: string): string => text.replaceAll(/\\\r?\n[ \t]*/g, '');

function hideIn(text: string): string {
  return text.replaceAll(property, (whole, name: string, value: string) => {
    // A script stands in quotes, and has properties of its own.
    if (!isSecretName(name))
      return whole.replace(inQuotes, (_, quote: string, inner: string) => `${quote}${hideIn(inner)}${quote}`);
    const wraps = value.match(/\\\r?\n/g)?.length ?? 0;
    return `${name}=${mask}${'\\\n    '.repeat(wraps)}`;
  });
}

/** RouterOS text. Where a wrapped word hides a name from the search, lines are joined rather than a secret shown. */
export function hideSecrets(text: string): string {
  const hidden = hideIn(text);
  const whole = unwrapped(hidden);
  const again = hideIn(whole);
  return again === whole ? hidden : again;
}

/** Of a message to somebody: whoever has it sends as we do. */
const opensDoors = /token|authorization|api-?key|^url$/i;

const isSecretKey = (name: string): boolean => isSecretName(name) || opensDoors.test(name);

/** An intent (YAML), by what its keys stand before, however that is written. Of one that cannot be read nothing is shown. */
export function hideIntentSecrets(text: string): string {
  const document = parseDocument(text);
  if (document.errors.length > 0) return text.replaceAll(/\S.*/g, mask);
  const hidden: (readonly [start: number, end: number])[] = [];
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !isSecretKey(String(key.value)) || !isScalar(value) || !value.range)
        return undefined;
      hidden.push([value.range[0], value.range[1]]);
      return undefined;
    },
  });
  const shown = hidden
    .sort(([a], [b]) => b - a)
    .reduce(
      (all, [start, end]) => `${all.slice(0, start)}${masked(all.slice(start, end))}${all.slice(end)}`,
      text,
    );
  return shown.replaceAll(/(?:^|\s)#.*/gm, hideInComment);
}

/** A line that was taken out holds what it held. */
const hideInComment = (comment: string): string =>
  comment.replaceAll(
    /([\w-]+)(["']?\s*[:=]\s*)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s,}#][^,}#\n]*)/g,
    (whole, name: string, between: string) => (isSecretKey(name) ? `${name}${between}${mask}` : whole),
  );

/** As many lines as before, so that places still fit. */
const masked = (value: string): string => `${mask}${'\n'.repeat(value.split('\n').length - 1)}`;
