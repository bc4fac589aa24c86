/** More different words than this are not remembered: values of a list that are all different would fill it. */
const most = 4096;

/** Words that a text says again and again (names of properties, `forward`, `tcp`), each held once. */
export class KnownWords {
  readonly #words = new Map<string, string>();

  /** The same text; where it was met before, the one of then. */
  once(text: string): string {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    if (this.#words.size < most) this.#words.set(text, text);
    return text;
  }
}
