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

/** An intent (YAML): values of keys, in flows too, and blocks below them. */
export function hideIntentSecrets(text: string): string {
  let inside: number | undefined;
  return text
    .split('\n')
    .map(line => {
      const depth = line.search(/\S/);
      if (inside !== undefined && (depth < 0 || depth > inside))
        return depth < 0 ? line : `${' '.repeat(depth)}${mask}`;
      inside = undefined;
      return line.replaceAll(
        /([\w-]+)(["']?\s*:\s+)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s,}#][^,}#]*)/g,
        (whole, name: string, between: string, value: string) => {
          if (!isSecretName(name)) return whole;
          if (/^[|>&!]/.test(value)) inside = depth;
          return `${name}${between}${mask}`;
        },
      );
    })
    .join('\n');
}
