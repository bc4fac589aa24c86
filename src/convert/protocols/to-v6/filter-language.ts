/** `if (…) { …; accept }` of RouterOS 7 (docs/routeros.md#routing-filters), as far as RouterOS 6 can say the like. */
export interface FilterStep {
  /** Every one of them must hold; none: always. A word, or a property, an operator and a value. */
  readonly conditions: readonly (readonly string[])[];
  readonly actions: readonly (readonly string[])[];
}

/** Undefined: something in it is not understood. `a || b` and `else` become steps of their own where that is the same. */
export function filterSteps(rule: string): readonly FilterStep[] | undefined {
  const reader = new Reader(rule);
  const steps: FilterStep[] = [];
  while (!reader.isAtEnd) {
    const more = reader.next === 'if' ? readIf(reader) : readPlain(reader);
    if (!more) return undefined;
    steps.push(...more);
  }
  return steps;
}

const token = /\s*("(?:[^"\\]|\\.)*"|\{\d+(?:-|\.\.)\d+\}|&&|\|\||[=!<>]=|[(){};<>]|[^\s(){};&|=!<>"]+|\S)/gy;

class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = [...text.matchAll(token)].map(([, word = '']) => word);
  }

  get next(): string | undefined {
    return this.#tokens[this.#at];
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  take(): string {
    return this.#tokens[this.#at++] ?? '';
  }

  takes(word: string): boolean {
    if (this.next !== word) return false;
    this.#at++;
    return true;
  }

  /** Words up to one that ends them, which stays. */
  until(...ends: readonly string[]): readonly string[] {
    const words: string[] = [];
    while (!this.isAtEnd && !ends.includes(this.next ?? '')) words.push(this.take());
    return words;
  }
}

function readPlain(reader: Reader): readonly FilterStep[] | undefined {
  const actions = readActions(reader);
  return actions && [{ conditions: [], actions }];
}

function readIf(reader: Reader): readonly FilterStep[] | undefined {
  reader.take();
  const alternatives = readConditions(reader);
  const actions = readBlock(reader);
  if (!alternatives || !actions) return undefined;
  if (alternatives.length > 1 && !mayBeDoneTwice(actions)) return undefined;
  const steps = alternatives.map(conditions => ({ conditions, actions }));
  if (!reader.takes('else')) return steps;
  const rest = reader.next === 'if' ? readIf(reader) : readElse(reader);
  return rest && isFinal(actions) ? [...steps, ...rest] : undefined;
}

function readElse(reader: Reader): readonly FilterStep[] | undefined {
  const actions = readBlock(reader);
  return actions && [{ conditions: [], actions }];
}

/** Parts that `||` joins, each of conditions that `&&` joins; brackets within brackets are not understood. */
function readConditions(reader: Reader): readonly (readonly (readonly string[])[])[] | undefined {
  if (!reader.takes('(')) return undefined;
  const alternatives: (readonly string[])[][] = [[]];
  do {
    const words = reader.until('&&', '||', ')', '(', '{', ';');
    if (words.length === 0) return undefined;
    alternatives.at(-1)?.push(words);
    if (reader.next === '||') alternatives.push([]);
  } while (reader.takes('&&') || reader.takes('||'));
  return reader.takes(')') ? alternatives : undefined;
}

function readBlock(reader: Reader): readonly (readonly string[])[] | undefined {
  if (!reader.takes('{')) return undefined;
  const actions = readActions(reader);
  return reader.takes('}') ? actions : undefined;
}

function readActions(reader: Reader): readonly (readonly string[])[] | undefined {
  const actions: (readonly string[])[] = [];
  while (!reader.isAtEnd && reader.next !== '}' && reader.next !== 'if') {
    const words = reader.until(';', '}', '{', '(');
    if (words.length > 0) actions.push(words);
    if (!reader.takes(';') && !reader.isAtEnd && reader.next !== '}') return undefined;
  }
  return actions;
}

const final = new Set(['accept', 'reject', 'return']);

/** Does no route get behind it? */
export const isFinal = (actions: FilterStep['actions']): boolean => final.has(actions.at(-1)?.[0] ?? '');

/** A route for which both of two conditions hold would get it twice, unless the first time is the last. */
const mayBeDoneTwice = (actions: FilterStep['actions']): boolean =>
  isFinal(actions) || actions.every(([verb, , value = '']) => verb === 'set' && !/^[+-]/.test(value));
