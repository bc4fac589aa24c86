/** How one kind of value is written in RouterOS text. */
export interface ValueType<T> {
  /** For messages and the support table: `duration`, `address/mask`. */
  readonly name: string;
  /** One value that is right, for messages. */
  readonly example: string;
  /** The value, or undefined where the text is none. Never throws. */
  read(text: string): T | undefined;
  /** The canonical text; `read(write(v))` equals `v`. */
  write(value: T): string;
  /** Interfaces that a value names. */
  interfaces?(value: T): readonly string[];
  /** Every value there is, where they are few: for did-you-mean. */
  readonly choices?: readonly string[] | undefined;
}

/** A comma separated list; the empty text is the empty list. */
export function listOf<T>(type: ValueType<T>): ValueType<readonly T[]> {
  return {
    name: `${type.name}, several with commas`,
    example: type.example,
    read: text => readAll(type, text),
    write: values => values.map(value => type.write(value)).join(','),
    choices: type.choices,
    ...(type.interfaces && { interfaces: values => values.flatMap(value => type.interfaces?.(value) ?? []) }),
  };
}

function readAll<T>(type: ValueType<T>, text: string): readonly T[] | undefined {
  if (text === '') return [];
  const values: T[] = [];
  for (const part of text.split(',')) {
    const value = type.read(part.trim());
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}
