import { argumentsOf, type OutlineStatement, positionalOf, quote, textOf } from '../../rsc/index.ts';
import type { Work } from '../work.ts';

/** What a line states: its properties by name. */
export type Stated = ReadonlyMap<string, string>;

/** Undefined: not all of it is plain text, so that it is known only when it runs. */
export function statedBy(one: OutlineStatement): Stated | undefined {
  const stated = new Map<string, string>();
  for (const { name, argument } of argumentsOf(one)) {
    const text = textOf(argument);
    if (text === undefined || argument.operator !== '=') return undefined;
    stated.set(name, text);
  }
  return stated;
}

/**
 * The same in the words of RouterOS 7: flags (`passive`) are `yes`, and `.as=` behind `remote.address=` is `remote.as`
 * (docs/routeros.md#bgp).
 */
export function statedInV7(one: OutlineStatement): Stated | undefined {
  const stated = statedBy(one);
  if (!stated) return undefined;
  const whole = new Map<string, string>();
  let group = '';
  for (const [name, text] of stated) {
    const full = name.startsWith('.') ? group + name : name;
    if (full.includes('.')) group = full.slice(0, full.indexOf('.'));
    whole.set(full, text);
  }
  for (const flag of flagsOf(one)) whole.set(flag, 'yes');
  return whole;
}

/** Values without a name that are none of an item that is set. */
function flagsOf(one: OutlineStatement): readonly string[] {
  const values = one.name === 'add' ? positionalOf(one) : [];
  return values.flatMap(value => (value.kind === 'text' ? [value.text] : []));
}

/** How a property is said in the other menu: by a name, or as words; `''`: it need not be said; undefined: it cannot. */
export type Wording = Readonly<Record<string, string | ((text: string) => string | undefined)>>;

/** The words of a line for another menu; what has none is said as an error, and left out. */
export function wordsFor(work: Work, one: OutlineStatement, stated: Stated, wording: Wording): string[] {
  return [...stated].flatMap(([name, text]) => {
    const rule = wording[name];
    const words = typeof rule === 'string' ? `${rule}=${quote(text)}` : rule?.(text);
    if (words === undefined) sayLost(work, one, name);
    return words === undefined || words === '' ? [] : [words];
  });
}

function sayLost(work: Work, one: OutlineStatement, name: string): void {
  const what = {
    en: `'${name}' of ${one.menu} has no certain counterpart in RouterOS ${work.target.dialect.slice(1)}; it is left out.`,
    id: `'${name}' di ${one.menu} tidak punya padanan yang pasti di RouterOS ${work.target.dialect.slice(1)}; dihilangkan.`,
  };
  work.say(one, 'error', 'cannot-say', what, { en: 'See to it by hand.', id: 'Kerjakan sendiri.' });
}

/** Properties that are called alike. */
export const same = (...names: readonly string[]): Wording =>
  Object.fromEntries(names.map(name => [name, name]));

/** Properties that are written in another place. */
export const elsewhere = (...names: readonly string[]): Wording =>
  Object.fromEntries(names.map(name => [name, () => '']));

/** One of few words, by what it is called in the other version. */
export const oneOf =
  (property: string, values: Readonly<Record<string, string>>) =>
  (text: string): string | undefined => {
    const value = values[text];
    if (value === undefined) return undefined;
    return value === '' ? '' : `${property}=${value}`;
  };

/** Is it the item that every RouterOS 6 has: `set [ find default=yes ]`, `set default`? */
export function isDefaultItem(one: OutlineStatement): boolean {
  const [value, ...more] = positionalOf(one);
  if (one.name !== 'set' || !value || more.length > 0) return false;
  if (value.kind === 'text') return value.text === 'default' || value.text === '0';
  const [part, ...others] = value.kind === 'command' ? value.script.parts : [];
  if (part?.kind !== 'statement' || others.length > 0) return false;
  return part.words.some(
    word => word.kind === 'argument' && word.name === 'default' && textOf(word) === 'yes',
  );
}

/** Lines of a menu that are written elsewhere: they and what enters their menu go into comments. */
export function moveAway(work: Work, menu: string, moved: ReadonlySet<OutlineStatement>, to: string): void {
  for (const one of work.outline.statements) {
    if (one.menu === menu && (moved.has(one) || (one.kind === 'menu' && one.isTop)))
      work.comment(one, `RouterOS ${work.target.dialect.slice(1)} has ${to}`);
  }
}
