import { type OutlineStatement, positionalOf, quote } from '../../rsc/index.ts';
import { type Change, type Changed, stateText } from './change.ts';
import type { Sheet } from './sheet.ts';

/** A change as a line for a router that runs the text; undefined where its item cannot be found there. */
export function commandOf(sheet: Sheet, change: Change): string | undefined {
  if (change.kind === 'insert') return inserting(sheet, change);
  if (change.kind === 'state') return words(change.menu, stateText(change));
  const target = targetOf(sheet, change.item);
  const { menu } = change.item.origin;
  if (target === undefined) return undefined;
  switch (change.kind) {
    case 'set':
      return words(menu, 'set', target, `${change.property}=${quote(change.value)}`);
    case 'unset':
      return words(menu, 'set', target, `!${change.property}`);
    case 'remove':
      return words(menu, 'remove', target);
  }
}

const words = (...parts: readonly string[]): string => parts.filter(part => part !== '').join(' ');

/** The order of rules counts: what stands behind an item stands before the one that follows it. */
function inserting(sheet: Sheet, change: Extract<Change, { readonly kind: 'insert' }>): string | undefined {
  const { menu, statement, before, behind, isFirst } = change;
  const all = sheet.of(menu);
  const place = before ?? behind;
  const neighbour = place && sheet.at(place.origin);
  if (place && !neighbour) return undefined;
  const first = isFirst ? sheet.firstOf(menu) : undefined;
  const next = first ?? (neighbour && all[all.indexOf(neighbour) + (before ? 0 : 1)]);
  const target = next && targetOfStatement(sheet, next);
  return words(menu, statement, target === undefined ? '' : `place-before=${target}`);
}

/** How a router finds an item: `[find comment=x]`; empty for settings. */
function targetOf(sheet: Sheet, { origin }: Changed): string | undefined {
  const statement = sheet.at(origin);
  return statement && targetOfStatement(sheet, statement);
}

function targetOfStatement(sheet: Sheet, one: OutlineStatement): string | undefined {
  if (one.name === 'set') {
    return positionalOf(one)
      .map(({ start, end }) => sheet.text.slice(start, end))
      .join(' ');
  }
  return one.name === 'add' ? found(sheet, one) : undefined;
}

type Word = readonly [name: string, value: string];

/** The fewest words that tell it from all others of its menu; its number among them where none do. */
function found(sheet: Sheet, one: OutlineStatement): string | undefined {
  const own = statedOf(sheet, one);
  const others = sheet.of(one.menu).filter(({ name }) => name === 'add');
  const fits = (chosen: readonly Word[]) =>
    others.filter(other => chosen.every(([name, value]) => sheet.valuesOf(other).get(name) === value));
  const single = own.find(word => fits([word]).length === 1);
  const chosen = single ? [single] : narrowed(own, fits);
  if (chosen.length === 0) return undefined;
  const find = `[find ${chosen.map(([name, value]) => `${name}=${quote(value)}`).join(' ')}]`;
  const same = fits(chosen);
  return same.length === 1 ? find : `[:pick ${find} ${same.indexOf(one)}]`;
}

function narrowed(own: readonly Word[], fits: (chosen: readonly Word[]) => readonly unknown[]): Word[] {
  const chosen: Word[] = [];
  for (const word of own) {
    const before = fits(chosen).length;
    if (before > 1 && fits([...chosen, word]).length < before) chosen.push(word);
  }
  return chosen.length === 0 ? own.slice(0, 2) : chosen;
}

/** Names that people give first: they find an item best. Secrets and what is changed often find none. */
const first = ['comment', 'name', 'interface', 'dst-address', 'gateway', 'address', 'chain'];
const unfit = /pass(?:word|phrase)|secret|key|^disabled$|^passthrough$|^script$|^source$|^on-/;

function statedOf(sheet: Sheet, one: OutlineStatement): Word[] {
  const all = [...sheet.valuesOf(one)].filter(([name]) => !unfit.test(name));
  const rank = (name: string): number => (first.indexOf(name) + first.length + 1) % (first.length + 1);
  return all.toSorted(([a], [b]) => rank(a) - rank(b));
}
