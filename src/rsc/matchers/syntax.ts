import type { ValueType } from '../types/index.ts';

/** How the value of one kind of matcher is written in RouterOS text. */
export interface MatcherSyntax<V> {
  /** For messages and the support table: `[!]ports`. */
  readonly name: string;
  /** One value that is right, for messages. */
  readonly example: string;
  /** Every word there is, where they are few. */
  readonly choices?: readonly string[] | undefined;
  /** The value, or undefined where the text is none. */
  readonly read: (text: string) => (V & Negation) | undefined;
  readonly write: (value: V, negated: boolean) => string;
  /** The value itself says what must not be (`no`, `!syn`): its text is read and written whole, not behind a `!`. */
  readonly negates?: true;
}

interface Negation {
  readonly negated?: boolean;
}

/** A kind that holds one value. */
export function holding<N extends string, T>(
  field: N,
  type: Pick<ValueType<T>, 'name' | 'example' | 'choices' | 'read' | 'write'>,
): MatcherSyntax<Readonly<Record<N, T>>> {
  return {
    name: `[!]${type.name}`,
    example: type.example,
    choices: type.choices,
    read: text => {
      const value = type.read(text);
      return value === undefined ? undefined : ({ [field]: value } as Readonly<Record<N, T>>);
    },
    write: value => type.write(value[field]),
  };
}

/** A name that is not empty and no placeholder such as `<wan>`. */
export function nameOf(what: string, example: string): ValueType<string> {
  return {
    name: what,
    example,
    read: text => (text !== '' && !/^[<>{]/.test(text) ? text : undefined),
    write: text => text,
  };
}

/** Not the empty list. */
export function several<T>(name: string, type: ValueType<readonly T[]>): ValueType<readonly T[]> {
  return { ...type, name, read: text => (text === '' ? undefined : type.read(text)) };
}

/** Words of which those with `!` must not hold. */
export function flags<W extends string>(
  name: string,
  example: string,
  words: readonly W[],
): MatcherSyntax<{ readonly set: readonly W[]; readonly clear: readonly W[] }> {
  return {
    name,
    example,
    choices: words,
    negates: true,
    read: text => {
      const parts = text.split(',').map(part => part.trim());
      const stated = (not: boolean) => parts.filter(part => part.startsWith('!') === not);
      const found = (part: string) => words.find(word => word === part.replace('!', ''));
      const [set, clear] = [stated(false).map(found), stated(true).map(found)];
      const isWord = (word: W | undefined) => word !== undefined;
      return set.every(isWord) && clear.every(isWord)
        ? { set: set.filter(isWord), clear: clear.filter(isWord) }
        : undefined;
    },
    write: ({ set, clear }) => [...set, ...clear.map(word => `!${word}`)].join(','),
  };
}
