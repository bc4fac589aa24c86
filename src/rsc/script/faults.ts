import type { Said } from '../syntax/index.ts';
import { parse } from '../syntax/index.ts';

/** Why a router cannot read a script at all; undefined: nothing of that kind is wrong with it. */
export const unreadable = (script: string): Said | undefined =>
  parse(script, 'script').problems.find(
    ({ id }) => id === 'rsc/unclosed-bracket' || id === 'rsc/unclosed-quote',
  )?.what;

/** Variables that a script asks for and nobody sets; none where it makes code as it runs, or functions. */
export function unsetVariables(script: string, given: readonly string[]): string[] {
  if (makesCode.test(script)) return [];
  const text = script.replaceAll(/^\s*#.*$/gm, '');
  const set = new Set([
    ...given,
    ...[...text.matchAll(declared)].flatMap(([, names = '']) => names.split(/\s*,\s*/)),
  ]);
  const asked = [...text.matchAll(/(?<!\\)\$(?:"([\w-]+)"|([A-Za-z]\w*))/g)].map(
    ([, quoted, bare = '']) => quoted ?? bare,
  );
  return [...new Set(asked)].filter(name => !set.has(name));
}

/** Code in a value has arguments of its own; code that is put together may have anything. */
const makesCode = /:parse\b|:execute\b|(?::|\b)(?:local|global|set)\s+"?[\w-]+"?\s+(?:do=)?\{/;

/** `:local x`, `:foreach i,x in=…`, `:for i from=…`, `:onerror e in=…`. */
const declared = /(?::|\b)(?:local|global|foreach|for|onerror)\s+"?([\w-]+(?:\s*,\s*[\w-]+)*)"?/g;
