import type { OpenText } from '../text/open-text.ts';
import type { Occurrence } from './occurrences.ts';

/**
 * The name at an offset; the end of a name belongs to it, as an editor's cursor stands behind what was typed. Of two things
 * that it may mean, the one that is named elsewhere too.
 */
export function nameAt(text: OpenText, offset: number): Occurrence | undefined {
  const { occurrences } = text;
  const inside = occurrences.filter(({ range }) => range.start <= offset && offset < range.end);
  const found = inside.length > 0 ? inside : occurrences.filter(({ range }) => range.end === offset);
  const [first, ...others] = found;
  if (others.length === 0) return first;
  return found.toSorted((a, b) => sameName(text, b).length - sameName(text, a).length)[0];
}

/** All places of the same name, in the order of the text. */
export const sameName = ({ occurrences }: OpenText, one: NameOf): readonly Occurrence[] =>
  occurrences
    .filter(({ kind, scope, name }) => kind === one.kind && scope === one.scope && name === one.name)
    .toSorted((a, b) => a.range.start - b.range.start);

/** What tells one name from another. */
export type NameOf = Pick<Occurrence, 'kind' | 'scope' | 'name'>;

/** Where a name is made; where nothing makes it, where it is used first, so that there is always a place to go to. */
export function definitionsOf(text: OpenText, one: Occurrence): readonly Occurrence[] {
  const all = sameName(text, one);
  const made = all.filter(({ defines }) => defines);
  return made.length > 0 ? made : all.slice(0, 1);
}
