import type { Part, Script, Source, Statement, Value, Word } from '../syntax/index.ts';
import { evaluate, type Result } from './expression.ts';

/**
 * Values of variables that are certain. Definitions are followed in order as long as they stand on the top level;
 * a variable that code inside of functions, conditions or loops may set is never certain.
 */
export class Variables {
  readonly #values = new Map<string, string>();
  readonly #unsure = new Set<string>();
  readonly #source: Source;

  constructor(source: Source, script: Script) {
    this.#source = source;
    if (source.text.includes(':')) addUnsure(script, false, this.#unsure);
  }

  /** Follows `:local name value`, `:global …`, `:set …`; true where the variable is certain afterwards. */
  define({ words }: Statement): boolean {
    const [, name, value, ...more] = words;
    if (name?.kind !== 'text' || more.length > 0 || value?.kind === 'argument') return false;
    const literal = value === undefined ? '' : this.literal(value);
    this.#values.delete(name.text);
    if (literal === undefined || this.#unsure.has(name.text)) return false;
    if (value !== undefined) this.#values.set(name.text, literal);
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
      case 'expression': {
        const result = this.evaluate(value);
        return result === undefined ? undefined : String(result);
      }
      default:
        return undefined;
    }
  }

  /** The worth of `( … )`, or undefined. */
  evaluate({ start, end }: Value): Result | undefined {
    return evaluate(this.#source.text.slice(start + 1, end - 1), value => this.literal(value));
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

/** Names that are set inside code that is not followed. */
function addUnsure(script: Script, nested: boolean, unsure: Set<string>): void {
  for (const part of script.parts) addFromPart(part, nested, unsure);
}

function addFromPart(part: Part, nested: boolean, unsure: Set<string>): void {
  if (part.kind === 'block-statement') addUnsure(part.script, nested, unsure);
  if (part.kind !== 'statement') return;
  const [keyword, name, value] = part.words;
  const sets = keyword?.kind === 'text' && /^:?(?:set|global)$/.test(keyword.text);
  if (nested && sets && name?.kind === 'text' && value && value.kind !== 'argument') unsure.add(name.text);
  for (const word of part.words) addFromWord(word, unsure);
}

function addFromWord(word: Word, unsure: Set<string>): void {
  const value = word.kind === 'argument' ? word.value : word;
  if (value.kind === 'block' || value.kind === 'command') addUnsure(value.script, true, unsure);
}
