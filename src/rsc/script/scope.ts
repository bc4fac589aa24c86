import type { Datum } from './datum.ts';

/** Stands for every global variable that has no value of its own. */
const anyOther = '*';

/** Variables of a block, and of the blocks around it; a function sees none but its own and the globals it declares. */
export class Scope {
  readonly #own = new Map<string, Datum>();
  /** Names that stand for a global variable here. */
  readonly #linked = new Set<string>();
  readonly #globals: Map<string, Datum>;
  readonly #outer: Scope | undefined;

  constructor(globals: Map<string, Datum>, outer?: Scope) {
    this.#globals = globals;
    this.#outer = outer;
  }

  /** `:local`, parameters, the variable of a loop. */
  declare(name: string, value: Datum): void {
    this.#own.set(name, value);
  }

  /** `:global`; without a value it only makes the variable visible. */
  link(name: string, value?: Datum): void {
    this.#linked.add(name);
    if (value) this.#globals.set(name, value);
  }

  /** `:set`: where it was declared; a name that nobody declared is a variable of this block. */
  set(name: string, value: Datum): void {
    const holder = this.#holder(name);
    if (!holder) this.#own.set(name, value);
    else if (holder.#linked.has(name)) this.#globals.set(name, value);
    else holder.#own.set(name, value);
  }

  /** Undefined: nothing here has given it a value. */
  get(name: string): Datum | undefined {
    const holder = this.#holder(name);
    if (!holder) return undefined;
    return holder.#linked.has(name)
      ? (this.#globals.get(name) ?? this.#globals.get(anyOther))
      : holder.#own.get(name);
  }

  /** Is it a global variable here? */
  isGlobal(name: string): boolean {
    const holder = this.#holder(name);
    return holder ? holder.#linked.has(name) : false;
  }

  /** A function may have set any global variable. */
  doubt(value: Datum): void {
    this.#globals.set(anyOther, value);
    for (const name of this.#globals.keys()) this.#globals.set(name, value);
  }

  /** The inside of `{ … }`. */
  inner(): Scope {
    return new Scope(this.#globals, this);
  }

  /** The inside of a function. */
  apart(): Scope {
    return new Scope(this.#globals);
  }

  #holder(name: string): Scope | undefined {
    if (this.#own.has(name) || this.#linked.has(name)) return this;
    return this.#outer ? this.#outer.#holder(name) : undefined;
  }
}
