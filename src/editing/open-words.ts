/** The innermost bracket, block or script that the end of a line lies in, as words. */
export interface OpenWords {
  /** The last one is being typed; empty where a blank is. */
  readonly words: readonly string[];
  /** The words before the bracket that encloses them. */
  readonly outer: readonly string[];
  /** A script in quotes or braces begins anew at the root; `[` stays in the menu. */
  readonly isScript: boolean;
}

/** What stands for a bracket that is closed again: no name of anything. */
const closed = '…';

export function openWords(line: string): OpenWords {
  const scan = new Scan(line);
  while (!scan.isDone) {
    const inner = scan.step();
    if (inner) return inner;
  }
  return scan.result();
}

class Scan {
  readonly #line: string;
  /** Words of the brackets that are open, outermost first. */
  readonly #outer: { readonly words: readonly string[]; readonly isScript: boolean }[] = [];
  #words: readonly string[] = [''];
  #at = 0;

  constructor(line: string) {
    this.#line = line;
  }

  get isDone(): boolean {
    return this.#at >= this.#line.length;
  }

  /** Reads one sign, or a string; what is inside of a string that is never closed, where it has code. */
  step(): OpenWords | undefined {
    const sign = this.#line[this.#at] ?? '';
    if (sign === '"') return this.#string();
    if ('[({'.includes(sign)) this.#enter(sign === '{');
    else if ('])}'.includes(sign)) this.#leave();
    else if (sign === ';') this.#words = [''];
    else if (/\s/.test(sign)) this.#words = [...this.#words, ''];
    else this.#append(sign);
    this.#at++;
    return undefined;
  }

  result(): OpenWords {
    const { words: outer = [], isScript = false } = this.#outer.at(-1) ?? {};
    const last = this.#words.length - 1;
    return { words: this.#words.filter((word, i) => word !== '' || i === last), outer, isScript };
  }

  #append(text: string): void {
    this.#words = [...this.#words.slice(0, -1), `${this.#words.at(-1) ?? ''}${text}`];
  }

  #enter(isScript: boolean): void {
    this.#outer.push({ words: this.#words, isScript });
    this.#words = [''];
  }

  #leave(): void {
    const outer = this.#outer.pop();
    if (!outer) return;
    this.#words = outer.words;
    this.#append(closed);
  }

  #string(): OpenWords | undefined {
    const close = closingQuote(this.#line, this.#at);
    const inside = this.#line.slice(this.#at + 1, close);
    this.#at = (close ?? this.#line.length) + 1;
    if (close === undefined && holdsCode(this.#words.at(-1) ?? '')) return scriptWords(inside);
    this.#append(inside);
    return undefined;
  }
}

/** Its lines are written as escapes. */
function scriptWords(written: string): OpenWords {
  const code = written.replaceAll(/(?:\\r)?\\n/g, ';').replaceAll(/\\(["\\$?])/g, '$1');
  const inner = openWords(code);
  return inner.outer.length === 0 ? { ...inner, isScript: true } : inner;
}

function closingQuote(line: string, open: number): number | undefined {
  for (let at = open + 1; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '"') return at;
  }
  return undefined;
}

const holdsCode = (word: string): boolean =>
  /(?:^|-)(?:script|source|event|up|down|login|logout)=$/.test(word);
