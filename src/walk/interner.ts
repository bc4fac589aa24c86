/** Names as small numbers, so that packets are compared by numbers only. 0 stands for "none". */
export class Interner {
  readonly #ids = new Map<string, number>();
  readonly #names: string[] = [''];

  /** `none`: names that stand for "none". `first`: names whose numbers are 1, 2, … */
  constructor(none: readonly string[] = [], first: readonly string[] = []) {
    for (const name of none) this.#ids.set(name, 0);
    for (const name of first) this.id(name);
  }

  /** The number of a name, given out at its first appearance, from 1. */
  id(name: string): number {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = this.#names.length;
    this.#ids.set(name, id);
    this.#names.push(name);
    return id;
  }

  /** The number of a name, or undefined for a name that never appeared. */
  find(name: string): number | undefined {
    return this.#ids.get(name);
  }

  name(id: number): string {
    return this.#names[id] ?? '';
  }

  get size(): number {
    return this.#names.length;
  }
}
