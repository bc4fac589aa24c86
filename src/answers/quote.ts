import type { Origin } from '../model/index.ts';
import { visible } from '../text/index.ts';

/** Source lines by place, for quoting. */
export type Quote = (origin: Origin) => string | undefined;

/** Quotes from texts by the names of their files: the whole statement, its wrapped lines put together as the router does. */
export function quoteFrom(texts: ReadonlyMap<string, string>): Quote {
  const lines = new Map([...texts].map(([file, text]) => [file, text.split(/\r?\n/)]));
  return ({ menu, span }) => {
    const all = lines.get(span.file);
    if (menu === '' || all === undefined) return undefined;
    const own = all.slice(span.start.line - 1, span.end.line);
    return visible(own.reduce(unwrap, '\\').trim());
  };
}

/** `\` at the end of a line goes on at the first word of the next one. */
const unwrap = (before: string, line: string): string =>
  before.endsWith('\\') ? `${before.slice(0, -1)}${line.trimStart()}` : `${before} ${line.trim()}`;
