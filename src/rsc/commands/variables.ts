import type { Statement, Value } from '../syntax/index.ts';

/** Values of variables that are certain: given once, as a literal, and never set again anywhere in the text. */
export class Variables {
  readonly #values = new Map<string, string>();
  readonly #unsure: ReadonlySet<string>;

  constructor(text: string) {
    this.#unsure = unsureNames(text);
  }

  /** Notes `:local name value`; true where the value is a literal that can be relied on. */
  define({ words }: Statement): boolean {
    const [keyword, name, value] = words;
    if (keyword?.kind !== 'text' || !/^:?(?:local|global)$/.test(keyword.text)) return false;
    if (name?.kind !== 'text' || words.length !== 3 || !value || value.kind === 'argument') return false;
    const literal = this.literal(value);
    if (literal === undefined || this.#unsure.has(name.text)) return false;
    this.#values.set(name.text, literal);
    return true;
  }

  /** The text of a value with variables put in, or undefined where it depends on what a router would compute. */
  literal(value: Value): string | undefined {
    switch (value.kind) {
      case 'text':
        return value.text;
      case 'variable':
        return this.#values.get(value.name);
      case 'mixed':
        return this.#joined(value.parts);
      default:
        return undefined;
    }
  }

  #joined(parts: readonly Value[]): string | undefined {
    let text = '';
    for (const part of parts) {
      const literal = this.literal(part);
      if (literal === undefined) return undefined;
      text += literal;
    }
    return text;
  }
}

/** Names with a second definition with a value, a `:set`, or a loop over them. */
function unsureNames(text: string): ReadonlySet<string> {
  const unsure = new Set<string>();
  const defined = new Set<string>();
  for (const [, keyword = '', name = '', rest = ''] of text.matchAll(
    /:?\b(local|global|set|for|foreach)[ \t]+"?([A-Za-z0-9]+)"?[ \t]*([^\s;]?)/g,
  )) {
    if (rest === '' && keyword !== 'set') continue;
    if (defined.has(name) || (keyword !== 'local' && keyword !== 'global')) unsure.add(name);
    defined.add(name);
  }
  return unsure;
}
