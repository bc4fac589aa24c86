import { menuByPath } from '../menus/index.ts';
import type { Argument, Range, Value } from '../syntax/index.ts';
import type { OutlineStatement } from './outline.ts';

/** The words behind the name of the command. */
const wordsBehind = ({ statement, from }: OutlineStatement) =>
  statement.words.filter(word => word.start >= from);

/** The argument of a property, also where its name is shortened. */
export const argumentOf = (one: OutlineStatement, property: string): Argument | undefined =>
  argumentsOf(one).find(({ name }) => name === property)?.argument;

/** All arguments with the full names of their properties. */
export function argumentsOf(
  one: OutlineStatement,
): readonly { readonly name: string; readonly argument: Argument }[] {
  return wordsBehind(one).flatMap(word =>
    word.kind === 'argument' ? [{ name: fullName(word.name, one.menu), argument: word }] : [],
  );
}

/** Values without a name; the name of the command itself is none. */
export const positionalOf = (one: OutlineStatement): readonly Value[] =>
  wordsBehind(one).flatMap(word => (word.kind === 'argument' || word.start === one.from ? [] : [word]));

/** What an argument states; undefined where it is not a plain text. */
export function textOf({ value }: Argument): string | undefined {
  return value.kind === 'text' ? value.text : undefined;
}

function fullName(name: string, menu: string): string {
  const known = menuByPath.get(menu);
  if (!known || name.length < 2 || Object.hasOwn(known.attributes, name)) return name;
  const names = [...Object.keys(known.attributes), ...known.others];
  if (names.includes(name)) return name;
  const [only, ...more] = names.filter(one => one.startsWith(name));
  return only !== undefined && more.length === 0 ? only : name;
}

/** An argument together with the gap before it: what vanishes with it. */
export function withGap({ frame: { text } }: OutlineStatement, { start, end }: Range): Range {
  const before = /(?:[ \t]|\\\r?\n)+$/.exec(text.slice(Math.max(0, start - 400), start));
  return { start: start - (before?.[0].length ?? 0), end };
}
