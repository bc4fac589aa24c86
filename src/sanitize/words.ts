import { ownWords } from './own-words.ts';
import type { Keyed } from './prf.ts';

const consonants = 'bdfghjklmnprstvz';
const vowels = 'aeiou';

/** Words that sound like names, for words that nobody but the owner of a text has. */
export class WordMap {
  readonly #key: Keyed;
  readonly #made = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #kept = new Set<string>();

  constructor(key: Keyed) {
    this.#key = key;
  }

  /** How many different words were replaced. */
  get replaced(): number {
    return this.#made.size;
  }

  /** Words of RouterOS and of the trade that stood where names and remarks stand. */
  get kept(): readonly string[] {
    return [...this.#kept].sort();
  }

  /** The same for the same word; its capitals stay where they are usual. */
  pseudonym(word: string): string {
    const small = word.toLowerCase();
    if (ownWords.has(small)) {
      this.#kept.add(small);
      return word;
    }
    if (word === small) return this.#wordFor(small);
    if (word === word.toUpperCase()) return this.#wordFor(small).toUpperCase();
    const parts = word.split(/(?<=\p{Ll})(?=\p{Lu})/u);
    if (parts.length > 1) return parts.map(part => this.pseudonym(part)).join('');
    const isCapital = word.slice(1) === small.slice(1);
    const made = this.#wordFor(isCapital ? small : word);
    return `${made.slice(0, 1).toUpperCase()}${made.slice(1)}`;
  }

  #wordFor(word: string): string {
    const known = this.#made.get(word);
    if (known !== undefined) return known;
    for (let turn = 0; ; turn++) {
      const made = sounding(this.#key.number(`word ${turn} ${word}`), Math.max(4, Math.min(12, word.length)));
      if (this.#taken.has(made) || ownWords.has(made)) continue;
      this.#taken.add(made);
      this.#made.set(word, made);
      return made;
    }
  }
}

/** Consonants and vowels in turn. */
function sounding(number: bigint, length: number): string {
  let left = number;
  let word = '';
  for (let at = 0; at < length; at++) {
    const letters = at % 2 === 0 ? consonants : vowels;
    const count = BigInt(letters.length);
    word += letters[Number(left % count)] ?? '';
    left /= count;
  }
  return word;
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/[0-9]/, '0123456789'],
  [/[A-Z]/, 'ABCDEFGHJKLMNPQRSTUVWXYZ'],
  [/[a-z]/, 'abcdefghjkmnpqrstuvwxyz'],
];

/** Other letters and digits in the same places: for numbers of devices and people, and for secrets. */
export function sameShape(key: Keyed, text: string): string {
  return [...text]
    .map((character, at) => {
      const letters = kinds.find(([kind]) => kind.test(character))?.[1];
      return letters === undefined ? character : letters[key.below(`shape ${at} ${text}`, letters.length)];
    })
    .join('');
}

/** As many other hexadecimal digits. */
export const hexDigits = (key: Keyed, text: string): string =>
  [...text].map((_, at) => key.below(`hex ${at} ${text}`, 16).toString(16)).join('');
