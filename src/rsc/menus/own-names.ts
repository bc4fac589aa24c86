/** A table that is asked with words of the text: `constructor`, which every object has, is none of its names. */
export const ownNames = <T>(table: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.assign<Record<string, T>, Readonly<Record<string, T>>>(Object.create(null), table);
