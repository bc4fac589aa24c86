import type { Flag } from './column.ts';

/** Letters of RouterOS with their names; a letter that nobody named stands for itself. */
export const flagsOf = (letters: string, names: Readonly<Record<string, string>>): readonly Flag[] =>
  [...letters].filter(letter => letter.trim() !== '').map(letter => ({ letter, name: names[letter] ?? '' }));
